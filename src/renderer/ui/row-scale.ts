/** Browsers draw nothing below some thirty million pixels, and place it less exactly the further down it is. */
const TALLEST = 8_000_000

/** How much of the scrollbar's way one row takes, in pixels: its own height, or less where all rows together would be too tall. */
export const stepOf = (total: number, height: number): number => (total * height <= TALLEST ? height : TALLEST / total)

/** Room after the last row, so that it can be scrolled to although rows are drawn taller than their step. */
export const roomAfter = (viewport: number, step: number, height: number): number => viewport * (1 - step / height)

/** Where a row is drawn whose place on the scrollbar's way is `at`, when that way is scrolled to `scrolled`. */
export const drawAt = (at: number, scrolled: number, step: number, height: number): number => scrolled + ((at - scrolled) * height) / step
