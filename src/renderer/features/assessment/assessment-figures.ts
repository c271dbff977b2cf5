import type { Assessment, AssessmentScale } from '../../../shared/contract/assessments.ts'

/** What explains a whole assessment's score, in the catalogue of figures. */
export const SCORE_FIGURES: Readonly<Record<Assessment['kind'], string>> = {
  maturity: 'f_assess_maturity',
  steps: 'f_assess_steps',
  readiness: 'f_assess_readiness'
}
/** What explains an element's score. */
export const SCALE_FIGURES: Readonly<Record<AssessmentScale, string>> = {
  maturity: 'f_assess_maturity',
  practice: 'f_assess_steps',
  performance: 'f_assess_performance'
}
