import { formatAccelerator } from '../../../ui/accelerator.ts'
import type { Translate } from './describe.ts'

const NAMED = ['Delete', 'Escape', 'Insert', 'Tab', 'Shift', 'Space', 'Home', 'End', 'PageUp', 'PageDown'] as const

/** Keys as they are written on them in the person's language: `Ctrl Mayús G`, `Supr`. */
export const nameKeys = (accelerator: string, platform: string, t: Translate): string =>
  formatAccelerator(accelerator, platform)
    .split(' ')
    .map((key) => (NAMED.some((name) => name === key) ? t(`diagramCanvas.keyNames.${key}`) : key))
    .join(' ')
