import { IconAlertTriangle, IconCircleCheck } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether the model did better than both naive rules when its prediction could be checked. */
export function UsableBadge({ isUsable, ...rest }: { isUsable: boolean; 'data-testid': string }): ReactNode {
  const { t } = useTranslation()
  const Icon = isUsable ? IconCircleCheck : IconAlertTriangle
  return (
    <span className={isUsable ? 'badge badge-good' : 'badge badge-attention'} data-usable={isUsable} {...rest}>
      <Icon size={16} stroke={1.8} aria-hidden />
      {t(isUsable ? 'value.backTest.usable' : 'value.backTest.notUsable')}
    </span>
  )
}
