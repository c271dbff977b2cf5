import { Button, Modal } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { navigate } from '../../../stores/route.ts'
import { useFormats } from '../../../ui/formats.tsx'
import type { ExchangeDialog, ImportedDiagram } from './exchange-store.ts'
import { NoteList } from './NoteList.tsx'

type Imported = Extract<ExchangeDialog, { kind: 'imported' }>

/** What came in, and what is not quite as it was. */
export function ImportedDialog({ diagrams, notes, onClose }: Omit<Imported, 'kind'> & { onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const open = ({ id }: ImportedDiagram): void => {
    onClose()
    navigate({ screen: 'diagrams', diagramId: id })
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size={560}
      title={t('diagramExchange.importedTitle', { count: diagrams.length })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      <div className="exchange-dialog" data-testid="imported-diagrams">
        <ul className="imported-list">
          {diagrams.map((diagram) => (
            <li key={diagram.id}>
              <button
                type="button"
                data-testid={`imported-${String(diagram.id)}`}
                onClick={() => {
                  open(diagram)
                }}
              >
                {diagram.name}
              </button>
              <Counts {...diagram} />
            </li>
          ))}
        </ul>
        <NoteList title={t('diagramExchange.importNotes')} notes={notes} />
        <footer>
          <Button onClick={onClose} data-autofocus data-testid="imported-close">
            {t('common.close')}
          </Button>
        </footer>
      </div>
    </Modal>
  )
}

function Counts({ shapes, lines }: Pick<ImportedDiagram, 'shapes' | 'lines'>): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <span className="muted">
      {[
        t('diagrams.shapes', { count: shapes, formatted: formats.count(shapes) }),
        t('diagrams.lines', { count: lines, formatted: formats.count(lines) })
      ].join(' · ')}
    </span>
  )
}
