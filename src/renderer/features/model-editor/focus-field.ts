/** Puts the keyboard where one writes first; the field is there after the next paint. */
export function focusField(testId: string): void {
  requestAnimationFrame(() => {
    requestAnimationFrame(() => {
      const field = document.querySelector<HTMLInputElement>(`[data-testid="${testId}"]`)
      field?.focus()
      field?.select()
    })
  })
}
