import type { TFunction } from 'i18next'
import type { ExplainFigureProps } from '../../api/ExplainFigure.tsx'

type Behind = NonNullable<ExplainFigureProps['customers']>

/** Everybody with a valid order: of the whole history, or active in the period. */
export function listBuyers(scope: 'all' | 'window', count: number, t: TFunction): Behind {
  return scope === 'window'
    ? [{ label: t('value.behind.active'), count, filter: { segmentId: 's_active' } }]
    : [
        {
          label: t('value.behind.bought'),
          count,
          filter: {
            rule: {
              kind: 'group',
              join: 'all',
              not: false,
              rules: [{ kind: 'field', field: 'orders', operator: 'ge', value: 1, not: false }]
            }
          }
        }
      ]
}
