import type { AriaLabelConfig } from '@xyflow/react'
import { useMemo } from 'react'

/** What assistive technology hears of a canvas, in the person's words: the library's own speak English, and of keys that do other things here. */
export function useCanvasKeys(help: string): Partial<AriaLabelConfig> {
  return useMemo(
    () => ({
      'node.a11yDescription.default': help,
      'node.a11yDescription.keyboardDisabled': help,
      'node.a11yDescription.ariaLiveMessage': ({ x, y }) => `x ${String(x)}, y ${String(y)}`,
      'edge.a11yDescription.default': help
    }),
    [help]
  )
}
