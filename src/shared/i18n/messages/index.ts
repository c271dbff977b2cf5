import { common } from './common.ts'

/** Every area of texts, by the name its keys start with: `t('common.cancel')`. */
export const areas = { common }
