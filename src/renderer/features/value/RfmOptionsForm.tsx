import { Button, Checkbox, Modal, NumberInput, Select } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconAdjustmentsHorizontal } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RfmOptions } from '../../../shared/contract/value-tables.ts'
import { minorDigits } from '../../../shared/i18n/formats.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

/** How customers are scored: kept in the workspace, so that every figure that reads the scores follows. */
export function RfmOptionsForm({ options }: { options: RfmOptions }): ReactNode {
  const { t } = useTranslation()
  const [opened, { open, close }] = useDisclosure()
  return (
    <>
      <Button
        variant="default"
        size="compact-sm"
        leftSection={<IconAdjustmentsHorizontal size={15} stroke={1.6} />}
        onClick={open}
        data-testid="rfm-options"
      >
        {t('value.rfmOptions.open')}
      </Button>
      <Modal
        opened={opened}
        onClose={close}
        title={t('value.rfmOptions.title')}
        size={560}
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        <Fields saved={options} onDone={close} />
      </Modal>
    </>
  )
}

const CHOICES = {
  bins: ['3', '4', '5'],
  frequency: ['order_days', 'orders'],
  monetary: ['sum', 'mean', 'margin'],
  lookBack: ['all', 'window'],
  ties: ['equal', 'exact'],
  nesting: ['independent', 'nested'],
  scheme: ['a', 'combined', 'b']
} as const
const WORDS: Readonly<Record<keyof typeof CHOICES, string>> = {
  bins: 'binCounts',
  frequency: 'frequencies',
  monetary: 'monetaries',
  lookBack: 'lookBacks',
  ties: 'tieRules',
  nesting: 'nestings',
  scheme: 'schemes'
}
/** Limits somebody starts from: a month, a quarter, half a year, a year; one to five orders. */
const FIRST_EDGES = { r: [30, 90, 180, 365], f: [2, 3, 5, 10], m: [50_00, 100_00, 250_00, 500_00] }
const VARIABLES = ['r', 'f', 'm'] as const

function Fields({ saved, onDone }: { saved: RfmOptions; onDone: () => void }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [draft, setDraft] = useState(saved)
  const save = useMutation({
    mutationFn: (wanted: RfmOptions) => client.value.setRfmOptions(wanted),
    onSuccess: () => {
      notify(t('value.rfmOptions.saved'), { label: t('common.undo'), run: () => void client.workspace.undo() }, 'rfm options')
      onDone()
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const change = (changed: Partial<Record<keyof typeof CHOICES, unknown>>): void => {
    setDraft(RfmOptions.parse({ ...draft, ...changed }))
  }
  const isWrong =
    draft.edges !== null && VARIABLES.some((each) => draft.edges?.[each].some((edge, at, all) => at > 0 && edge <= (all[at - 1] ?? 0)))
  return (
    <form
      className="rfm-options"
      onSubmit={(event) => {
        event.preventDefault()
        save.mutate(draft)
      }}
    >
      <div className="rfm-fields">
        {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).map((key) => (
          <Select
            key={key}
            label={t(`value.rfmOptions.${key}`)}
            allowDeselect={false}
            value={String(draft[key])}
            disabled={draft.edges !== null && (key === 'bins' || key === 'ties' || key === 'nesting')}
            data={CHOICES[key].map((value) => ({
              value,
              label: key === 'scheme' ? t(`value.rfm.schemes.${value}`) : t(`value.rfmOptions.${WORDS[key]}.${value}`)
            }))}
            onChange={(value) => {
              change({ [key]: key === 'bins' ? Number(value) : value })
            }}
            data-testid={`rfm-option-${key}`}
          />
        ))}
      </div>
      <fieldset className="rfm-weights">
        <legend>{t('value.rfmOptions.weights')}</legend>
        {VARIABLES.map((each) => (
          <NumberInput
            key={each}
            label={t(`value.rfmOptions.variables.${each}`)}
            min={0}
            step={0.5}
            hideControls
            decimalSeparator={language === 'es' ? ',' : '.'}
            value={draft.weights[each]}
            onChange={(value) => {
              if (typeof value === 'number') setDraft({ ...draft, weights: { ...draft.weights, [each]: value } })
            }}
          />
        ))}
      </fieldset>
      <Checkbox
        label={t('value.rfmOptions.fixed')}
        description={t('value.rfmOptions.fixedText')}
        checked={draft.edges !== null}
        onChange={({ currentTarget }) => {
          setDraft({ ...draft, edges: currentTarget.checked ? FIRST_EDGES : null, ...(currentTarget.checked ? { bins: 5 } : {}) })
        }}
        data-testid="rfm-option-fixed"
      />
      {draft.edges && (
        <EdgeFields
          edges={draft.edges}
          onChange={(edges) => {
            setDraft({ ...draft, edges })
          }}
        />
      )}
      {isWrong && <p className="tone-attention">{t('value.rfmOptions.rising')}</p>}
      <div className="form-foot">
        <Button
          variant="subtle"
          onClick={() => {
            setDraft(RfmOptions.parse({}))
          }}
        >
          {t('value.rfmOptions.reset')}
        </Button>
        <Button type="submit" loading={save.isPending} disabled={isWrong} data-testid="rfm-options-save">
          {t('value.rfmOptions.save')}
        </Button>
      </div>
    </form>
  )
}

type Edges = NonNullable<RfmOptions['edges']>

function EdgeFields({ edges, onChange }: { edges: Edges; onChange: (edges: Edges) => void }): ReactNode {
  const { t } = useTranslation()
  const { currency, language } = useFormats()
  return (
    <div className="rfm-edges">
      {VARIABLES.map((each) => {
        const unit = each === 'm' ? 10 ** minorDigits(currency) : 1
        const name = t(`value.rfmOptions.edges.${each}`, { currency })
        return (
          <fieldset key={each}>
            <legend>{name}</legend>
            {edges[each].map((edge, at) => (
              <NumberInput
                key={at}
                aria-label={t('value.rfmOptions.edge', { name, score: each === 'r' ? 5 - at : at + 2 })}
                hideControls
                decimalSeparator={language === 'es' ? ',' : '.'}
                min={0}
                value={edge / unit}
                onChange={(value) => {
                  if (typeof value === 'number')
                    onChange({ ...edges, [each]: edges[each].map((old, index) => (index === at ? Math.round(value * unit) : old)) })
                }}
              />
            ))}
          </fieldset>
        )
      })}
    </div>
  )
}
