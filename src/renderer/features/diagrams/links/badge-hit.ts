/** Whether the pointer is on the badge of a shape, padding included: a click there goes to what the shape stands for. */
export function isOnBadge({ target, clientX, clientY }: { target: EventTarget; clientX: number; clientY: number }): boolean {
  const words = target instanceof Element ? target.closest('[data-item]')?.querySelector('[data-part=badge]') : null
  if (!words) return false
  const { left, right, top, bottom, height } = words.getBoundingClientRect()
  // Letters take three fifths of their pill; a dot of the segment's colour stands before them.
  return (
    clientX >= left - 1.6 * height && clientX <= right + 0.7 * height && clientY >= top - 0.3 * height && clientY <= bottom + 0.3 * height
  )
}
