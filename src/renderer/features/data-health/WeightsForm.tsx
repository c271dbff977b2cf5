import { Button, NumberInput, Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DIMENSION_NAMES, type IndexWeights } from '../../../shared/contract/data-health.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'

/** What each dimension counts in the index, in hundredths. */
export function WeightsForm({ weights, isOwn }: { weights: IndexWeights; isOwn: boolean }): ReactNode {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  return (
    <Popover opened={opened} onDismiss={close} position="bottom-start" width={320} trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <Button variant="default" size="compact-sm" onClick={toggle} data-testid="weights-open">
          {t('dataHealth.weights.change')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={t('dataHealth.weights.title')}>
        {opened && <Fields weights={weights} isOwn={isOwn} onDone={close} />}
      </Popover.Dropdown>
    </Popover>
  )
}

function Fields({ weights, isOwn, onDone }: { weights: IndexWeights; isOwn: boolean; onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const [typed, setTyped] = useState(weights)
  const isZero = DIMENSION_NAMES.every((id) => typed[id] === 0)
  const save = async (next: IndexWeights | null): Promise<void> => {
    try {
      await client.dataHealth.setWeights(next)
      onDone()
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <form
      className="health-weights"
      onSubmit={(event) => {
        event.preventDefault()
        if (!isZero) void save(typed)
      }}
    >
      <strong>{t('dataHealth.weights.title')}</strong>
      <p className="muted small">{t('dataHealth.weights.text')}</p>
      {DIMENSION_NAMES.map((id) => (
        <NumberInput
          key={id}
          label={t(`dataHealth.dimensions.${id}`)}
          value={Math.round(typed[id] * 100)}
          min={0}
          max={100}
          step={5}
          allowDecimal={false}
          onChange={(value) => {
            setTyped({ ...typed, [id]: Math.max(0, Math.min(100, Number(value) || 0)) / 100 })
          }}
          data-testid={`weight-${id}`}
        />
      ))}
      {isZero && <p className="tone-attention small">{t('dataHealth.weights.zero')}</p>}
      <div className="health-actions">
        <Button type="submit" size="compact-sm" disabled={isZero} data-testid="weights-save">
          {t('dataHealth.weights.save')}
        </Button>
        {isOwn && (
          <Button variant="default" size="compact-sm" onClick={() => void save(null)} data-testid="weights-restore">
            {t('dataHealth.weights.restore')}
          </Button>
        )}
      </div>
    </form>
  )
}
