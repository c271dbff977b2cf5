/** Whether the pointer is on the badge of a shape, padding included: a click there goes to what the shape stands for. */
export function isOnBadge({ target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number }): boolean {
  const words = target instanceof Element ? target.closest('[data-item]')?.querySelector('[data-part=badge]') : null
  if (!words) return false
  // The letters themselves: what holds them may be much wider.
  const letters = document.createRange()
  letters.selectNodeContents(words)
  const { left, right, top, bottom, height } = letters.getBoundingClientRect()
  // A dot of the segment's colour stands before them.
  return (
    clientX >= left - 2 * height && clientX <= right + 0.8 * height && clientY >= top - 0.4 * height && clientY <= bottom + 0.4 * height
  )
}
