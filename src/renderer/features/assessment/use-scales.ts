import { useTranslation } from 'react-i18next'

export interface ScaleOption {
  readonly value: number
  readonly label: string
}

/** The scales in the person's language: 0 to 4, 1 to 5, and how heavy a barrier is. */
export function useScales(): Record<'marks' | 'grades' | 'severities', readonly ScaleOption[]> {
  const { t } = useTranslation()
  const list = (values: readonly number[], key: string): ScaleOption[] =>
    values.map((value) => ({ value, label: t(`assessment.${key}${String(value)}`) }))
  return {
    marks: list([0, 1, 2, 3, 4], 'anchor.a'),
    grades: list([1, 2, 3, 4, 5], 'grade.g'),
    severities: list([0, 1, 2, 3], 'severity.s')
  }
}
