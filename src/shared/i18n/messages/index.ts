import { common } from './common.ts'
import { frame } from './frame.ts'
import { menu } from './menu.ts'

/** Every area of texts, by the name its keys start with: `t('common.cancel')`. */
export const areas = { common, frame, menu }
