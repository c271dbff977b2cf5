import { Button, Checkbox, Modal, Radio, SegmentedControl } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { PAPERS } from '../../../../shared/contract/shell.ts'
import { readError } from '../../../api/errors.ts'
import { useMask } from '../../../stores/mask.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify } from '../../../ui/notify.tsx'
import { useExchangeDialog, type ExportSubject } from './exchange-store.ts'
import { EXPORT_GROUPS, OPTIONS_OF, saveDiagramAs, SCALES, type ExportChoice, type ExportKind, type Saved } from './save-diagram.ts'
import { NoteList } from './NoteList.tsx'
import './exchange.css'

const START: Omit<ExportChoice, 'kind'> = { scale: 2, isTransparent: false, paper: 'A4' }

/** What kind of file, with what it keeps and its options; then where; then what it could not hold. */
export function ExportDialog({ from, onClose }: { from: ExportSubject; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const isMasked = useMask((mask) => mask.isOn)
  // As it was when the dialog opened: nothing can be chosen beneath it.
  const [chosen] = useState(() => ('id' in from.subject ? useExchangeDialog.getState().chosen : []))
  const [isPart, setIsPart] = useState(false)
  const [choice, setChoice] = useState<ExportChoice>({ ...START, kind: 'png' })
  const save = useMutation({
    mutationFn: () => saveDiagramAs(isPart ? pickChosen(from, chosen) : from, choice, { language, isMasked }),
    onSuccess: (saved) => {
      if (!saved || saved.notes.length > 0) return
      notify(t('diagramExchange.saved', { file: saved.fileName }))
      onClose()
    }
  })
  return (
    <Modal
      opened
      onClose={onClose}
      size={720}
      title={t('diagramExchange.exportTitle', { name: from.name })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {save.data && save.data.notes.length > 0 ? (
        <SavedNotes saved={save.data} onClose={onClose} />
      ) : (
        <form
          className="exchange-dialog"
          data-testid="export-diagram"
          onSubmit={(event) => {
            event.preventDefault()
            save.mutate()
          }}
        >
          <KindField
            value={choice.kind}
            onChange={(kind) => {
              setChoice({ ...choice, kind })
            }}
          />
          <OptionFields choice={choice} onChange={setChoice} />
          {chosen.length > 0 && (
            <Checkbox
              label={t('diagramExchange.onlyChosen', { count: chosen.length })}
              checked={isPart}
              data-testid="export-only-chosen"
              onChange={({ currentTarget }) => {
                setIsPart(currentTarget.checked)
              }}
            />
          )}
          {isMasked && <p className="muted">{t('diagramExchange.masked')}</p>}
          {save.error && <ErrorNotice error={readError(save.error)} />}
          <footer>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" loading={save.isPending} data-testid="export-diagram-save">
              {t('diagramExchange.save')}
            </Button>
          </footer>
        </form>
      )}
    </Modal>
  )
}

/** The same diagram, of which only some is taken out. */
const pickChosen = (from: ExportSubject, chosen: readonly string[]): ExportSubject =>
  'id' in from.subject ? { ...from, subject: { ...from.subject, itemIds: [...chosen] } } : from

function SavedNotes({ saved, onClose }: { saved: Saved; onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="exchange-dialog" data-testid="export-done">
      <p>{t('diagramExchange.saved', { file: saved.fileName })}</p>
      <NoteList title={t('diagramExchange.exportNotes')} notes={saved.notes} />
      <footer>
        <Button onClick={onClose} data-autofocus data-testid="export-done-close">
          {t('common.close')}
        </Button>
      </footer>
    </div>
  )
}

function KindField({ value, onChange }: { value: ExportKind; onChange: (kind: ExportKind) => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <Radio.Group
      value={value}
      aria-label={t('diagramExchange.format')}
      onChange={(next) => {
        const kind = EXPORT_GROUPS.flatMap(({ kinds }) => kinds).find((each) => each === next)
        if (kind) onChange(kind)
      }}
    >
      <div className="export-groups">
        {EXPORT_GROUPS.map(({ group, kinds }) => (
          <section key={group}>
            <h3>{t(`diagramExchange.groups.${group}`)}</h3>
            {kinds.map((kind) => (
              <Radio
                key={kind}
                value={kind}
                label={t(`diagramExchange.kinds.${kind}.name`)}
                description={t(`diagramExchange.kinds.${kind}.keeps`)}
                data-testid={`export-kind-${kind}`}
                // Not the cross that closes it: Enter goes on.
                {...(kind === value && { 'data-autofocus': true })}
              />
            ))}
          </section>
        ))}
      </div>
    </Radio.Group>
  )
}

function OptionFields({ choice, onChange }: { choice: ExportChoice; onChange: (choice: ExportChoice) => void }): ReactNode {
  const { t } = useTranslation()
  const options = OPTIONS_OF[choice.kind] ?? []
  if (options.length === 0) return null
  return (
    <div className="export-options">
      {options.includes('scale') && (
        <label>
          <span>{t('diagramExchange.scale')}</span>
          <SegmentedControl
            size="xs"
            value={String(choice.scale)}
            data={SCALES.map((scale) => ({ value: String(scale), label: `${String(scale)}×` }))}
            onChange={(value) => {
              onChange({ ...choice, scale: Number(value) })
            }}
          />
        </label>
      )}
      {options.includes('paper') && (
        <label>
          <span>{t('diagramExchange.paper')}</span>
          <SegmentedControl
            size="xs"
            value={choice.paper}
            data={PAPERS.map((size) => ({ value: size, label: t(`diagramExchange.papers.${size}`) }))}
            onChange={(value) => {
              onChange({ ...choice, paper: PAPERS.find((size) => size === value) ?? 'A4' })
            }}
          />
        </label>
      )}
      {options.includes('transparent') && (
        <Checkbox
          label={t('diagramExchange.transparent')}
          checked={choice.isTransparent}
          data-testid="export-transparent"
          onChange={({ currentTarget }) => {
            onChange({ ...choice, isTransparent: currentTarget.checked })
          }}
        />
      )}
    </div>
  )
}
