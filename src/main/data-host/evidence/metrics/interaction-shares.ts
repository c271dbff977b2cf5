import { defineRowShare } from '../row-share.ts'

const INTERACTIONS = { kind: 'interactions', table: 'interactions', span: 'window', base: 'at >= @from AND at < @until' } as const

/** 100 × interactions in W with an outcome / interactions in W. */
export const interactionLearning = defineRowShare({
  ...INTERACTIONS,
  id: 'k_interaction_learning',
  matching: `outcome IS NOT NULL AND outcome <> ''`
})
/** 100 × inbound interactions in W / interactions in W. */
export const dialogueRatio = defineRowShare({ ...INTERACTIONS, id: 'k_dialogue_ratio', matching: `direction = 'in'` })
