import type { Identity } from './identity.ts'

/** Records are compared only where one of these is equal (domain 6.11, step 2), in this order. */
export const BLOCK_KINDS = ['email', 'phone', 'taxId', 'nameCity'] as const
export type BlockKind = (typeof BLOCK_KINDS)[number]
/** A block beyond this is a shared switchboard or a value typed for want of one: skipped, and reported. */
export const BLOCK_MOST = 500
const NAME_LETTERS = 4
/** Records between two resting points. */
const STRIDE = 512

/** Blocks of two or more positions by their key. */
export type Blocks = ReadonlyMap<string, readonly number[]>

/** The key of a record in blocks of that kind; empty: in none. */
export function keyOf(kind: BlockKind, identity: Identity): string {
  if (kind !== 'nameCity') return identity[kind]
  const { name, city } = identity
  return name === '' || city === '' ? '' : `${name.replaceAll(' ', '').slice(0, NAME_LETTERS)}|${city}`
}

/** Gathers the records with equal keys. Yields where a caller may rest. */
export function* gatherBlocks(kind: BlockKind, identities: readonly Identity[]): Generator<void, Blocks> {
  // Most keys stand alone: no list is made for them.
  const first = new Map<string, number>()
  const blocks = new Map<string, number[]>()
  for (const [position, identity] of identities.entries()) {
    if (position % STRIDE === 0) yield
    const key = keyOf(kind, identity)
    if (key === '') continue
    const earlier = first.get(key)
    if (earlier === undefined) {
      first.set(key, position)
      continue
    }
    const block = blocks.get(key)
    if (block) block.push(position)
    else blocks.set(key, [earlier, position])
  }
  return blocks
}
