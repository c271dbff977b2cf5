import { canvas } from './canvas.ts'
import { changes } from './changes.ts'
import { common } from './common.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { frame } from './frame.ts'
import { menu } from './menu.ts'
import { walk } from './walk.ts'

/** Every area of texts, by the name its keys start with: `t('common.cancel')`. */
export const areas = { common, evidence, frame, menu, canvas, walk, changes, errors }
