/**
 * `style` lines for those with a look of their own, `classDef` with `class` lines for looks that several have.
 * `looks`: a name of the text, and its style as Mermaid says it (empty: none).
 */
export function writeLooks(looks: readonly (readonly [name: string, look: string])[]): string[] {
  const names = new Map<string, string[]>()
  for (const [name, look] of looks) {
    if (look === '') continue
    const own = names.get(look)
    if (own) own.push(name)
    else names.set(look, [name])
  }
  let number = 0
  return [...names].flatMap(([look, own]) => {
    if (own.length === 1) return [`style ${own.join('')} ${look}`]
    number++
    return [`classDef look${number} ${look}`, `class ${own.join(',')} look${number}`]
  })
}
