import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../../shared/commands.ts'
import { useEnvironment } from '../../stores/environment.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { formatAccelerator } from '../../ui/accelerator.ts'

/** The command table's shortcuts, as the platform writes them. */
export function ShortcutsCard(): ReactNode {
  const { t } = useTranslation()
  const platform = useEnvironment(({ environment }) => environment?.platform ?? '')
  return (
    <Card className="card-roomy">
      <Caption>{t('settings.shortcuts')}</Caption>
      <dl className="shortcuts">
        {COMMANDS.flatMap((command) =>
          'accelerator' in command
            ? [
                <div key={command.id}>
                  <dt>{t(command.messageKey)}</dt>
                  <dd>
                    <kbd>{formatAccelerator(command.accelerator, platform)}</kbd>
                  </dd>
                </div>
              ]
            : []
        )}
      </dl>
    </Card>
  )
}
