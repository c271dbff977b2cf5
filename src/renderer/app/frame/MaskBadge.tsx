import { IconEyeOff } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useLinkStatus } from '../../api/client.ts'
import { runCommand } from '../../stores/commands.ts'
import { setMask, useMask } from '../../stores/mask.ts'

/** Says that identities are hidden, as long as they are; a click shows them. */
export function MaskBadge(): ReactNode {
  const { t } = useTranslation()
  const isOn = useMask((mask) => mask.isOn)
  const status = useLinkStatus()
  useEffect(() => {
    // A host that was started again knows nothing of it.
    if (isOn && status === 'ready') void setMask(true)
  }, [isOn, status])
  if (!isOn) return null
  return (
    <button
      type="button"
      className="mask-badge"
      title={t('privacy.mask.badgeHint')}
      onClick={() => runCommand('view.mask')}
      data-testid="mask-badge"
    >
      <IconEyeOff size={15} stroke={1.8} aria-hidden />
      {t('privacy.mask.badge')}
    </button>
  )
}
