import { Button, Popover, Select, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Scenario, TypedInputs } from '../../../shared/contract/simulator.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notify, notifyError } from '../../ui/notify.tsx'
import type { DraftActions } from './draft-store.ts'

interface ScenarioBarProps {
  scenarios: readonly Scenario[]
  typed: TypedInputs
  scenarioId: number | null
  otherId: number | null
  change: DraftActions['change']
}
/** The choice that stands for what the data says, with nothing typed. */
export const ONLY_DATA = 0

const isSame = (a: TypedInputs, b: TypedInputs): boolean =>
  JSON.stringify(Object.entries(a).sort()) === JSON.stringify(Object.entries(b).sort())

/** Saved scenarios: taken up, changed, set beside another. */
export function ScenarioBar({ scenarios, typed, scenarioId, otherId, change }: ScenarioBarProps): ReactNode {
  const { t } = useTranslation()
  const chosen = scenarios.find(({ id }) => id === scenarioId)
  const hasTyped = Object.keys(typed).length > 0
  const isChanged = chosen ? !isSame(chosen.typed, typed) : hasTyped
  const save = useMutation({
    mutationFn: (scenario: { id?: number; name: string }) => client.simulator.saveScenario({ ...scenario, typed }),
    onSuccess: ({ id, name }) => {
      change({ scenarioId: id })
      notify(t('simulator.scenarios.saved', { name }))
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const remove = useMutation({
    mutationFn: (id: number) => client.simulator.deleteScenario({ id }),
    onSuccess: (_nothing, id) => {
      change({ scenarioId: null, ...(otherId === id ? { otherId: null } : {}) })
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const names = scenarios.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <div className="sim-scenarios" data-testid="sim-scenarios">
      <Select
        size="xs"
        label={t('simulator.scenarios.choose')}
        data={[{ value: String(ONLY_DATA), label: t('simulator.scenarios.data') }, ...names]}
        value={chosen ? String(chosen.id) : hasTyped ? null : String(ONLY_DATA)}
        placeholder={t('simulator.scenarios.none')}
        allowDeselect={false}
        onChange={(value) => {
          const next = scenarios.find(({ id }) => String(id) === value)
          change({ scenarioId: next?.id ?? null, typed: next?.typed ?? {} })
        }}
        data-testid="sim-choose"
      />
      <Select
        size="xs"
        label={t('simulator.scenarios.compare')}
        data={[{ value: String(ONLY_DATA), label: t('simulator.scenarios.data') }, ...names]}
        value={otherId === null ? null : String(otherId)}
        placeholder={t('simulator.scenarios.compareNone')}
        clearable
        clearButtonProps={{ 'aria-label': t('simulator.scenarios.compareEnd') }}
        onChange={(value) => {
          change({ otherId: value === null ? null : Number(value) })
        }}
        data-testid="sim-compare-with"
      />
      <div className="sim-scenario-buttons">
        {chosen && isChanged && (
          <Button
            size="xs"
            onClick={() => {
              save.mutate({ id: chosen.id, name: chosen.name })
            }}
            data-testid="sim-save-changes"
          >
            {t('simulator.scenarios.saveChanges')}
          </Button>
        )}
        {isChanged && (
          <NameButton
            label={t(chosen ? 'simulator.scenarios.saveAs' : 'simulator.scenarios.save')}
            isPrimary={!chosen}
            onName={(name) => {
              save.mutate({ name })
            }}
          />
        )}
        {hasTyped && (
          <Button
            size="xs"
            variant="default"
            onClick={() => {
              change({ typed: {}, scenarioId: null })
            }}
            data-testid="sim-start-over"
          >
            {t('simulator.scenarios.startOver')}
          </Button>
        )}
        {chosen && (
          <button
            type="button"
            className="sim-remove"
            aria-label={t('simulator.scenarios.remove', { name: chosen.name })}
            title={t('simulator.scenarios.remove', { name: chosen.name })}
            onClick={() => {
              remove.mutate(chosen.id)
            }}
            data-testid="sim-remove"
          >
            <IconTrash size={16} stroke={1.6} aria-hidden />
          </button>
        )}
      </div>
    </div>
  )
}

function NameButton({ label, isPrimary, onName }: { label: string; isPrimary: boolean; onName: (name: string) => void }): ReactNode {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  const [name, setName] = useState('')
  return (
    <Popover opened={opened} onDismiss={close} trapFocus returnFocus shadow="md" width={280} position="bottom-end">
      <Popover.Target>
        <Button size="xs" variant={isPrimary ? 'filled' : 'default'} onClick={toggle} data-testid="sim-save">
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={label}>
        <form
          className="sim-name-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '') return
            close()
            onName(name.trim())
            setName('')
          }}
        >
          <TextInput
            size="xs"
            label={t('simulator.scenarios.name')}
            placeholder={t('simulator.scenarios.namePlaceholder')}
            value={name}
            maxLength={80}
            onChange={({ currentTarget }) => {
              setName(currentTarget.value)
            }}
            data-autofocus
            data-testid="sim-scenario-name"
          />
          <Button size="xs" type="submit" disabled={name.trim() === ''} data-testid="sim-scenario-save">
            {t('simulator.scenarios.save')}
          </Button>
        </form>
      </Popover.Dropdown>
    </Popover>
  )
}
