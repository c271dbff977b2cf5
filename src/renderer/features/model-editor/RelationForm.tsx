import { Button, Select } from '@mantine/core'
import { IconArrowsExchange, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RELATION_KINDS, type ModelRelation, type RelationKind } from '../../../shared/models/model.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { useFormats } from '../../ui/formats.tsx'
import type { DraftStore } from './draft-store.ts'
import { changeRelation, removeRelation } from './edits.ts'
import type { Selection } from './selection.ts'
import { TextPair } from '../../ui/TextPair.tsx'

interface RelationFormProps {
  draft: OwnModel
  index: number
  relation: ModelRelation
  store: DraftStore
  onSelect: (selection: Selection) => void
}
const EMPTY = { en: '', es: '' }

/** One relation: what it is, in words and on the drawing, and between which two. */
export function RelationForm({ draft, index, relation, store, onSelect }: RelationFormProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const change = (field: string, value: Partial<ModelRelation>, atOnce = false): void => {
    store.edit(`relation ${String(index)} ${field}`, (current) => changeRelation(current, index, value), { atOnce })
  }
  const isTaken = ({ from, to, kind }: Pick<ModelRelation, 'from' | 'to' | 'kind'>): boolean =>
    draft.relations.some((other, at) => at !== index && other.from === from && other.to === to && other.kind === kind)
  const turned = { from: relation.to, to: relation.from, kind: relation.kind }
  const names = [relation.from, relation.to].map((id) => draft.elements.find((element) => element.id === id))
  return (
    <div className="editor-form" data-testid="relation-form">
      <p className="editor-ends">
        {names.map((element, at) => (
          <button
            key={at}
            type="button"
            className="quiet-link"
            onClick={() => {
              if (element) onSelect({ element: element.id })
            }}
          >
            {element ? text(element.name) : ''}
          </button>
        ))}
      </p>
      <Select
        label={t('editor.field.kind')}
        data={RELATION_KINDS.map((kind) => ({
          value: kind,
          label: t(`canvas.line.${kind}`),
          disabled: isTaken({ ...relation, kind })
        }))}
        value={relation.kind}
        allowDeselect={false}
        description={t('editor.relationKindHelp')}
        data-testid="relation-kind"
        onChange={(kind) => {
          change('kind', { kind: kind as RelationKind }, true)
        }}
      />
      <TextPair
        label={t('editor.field.shortLabel')}
        value={relation.shortLabel ?? EMPTY}
        testId="relation-short"
        onLeave={() => void store.flush()}
        onChange={(shortLabel) => {
          change('shortLabel', { shortLabel })
        }}
      />
      <TextPair
        label={t('editor.field.label')}
        value={relation.label ?? EMPTY}
        isLong
        onLeave={() => void store.flush()}
        onChange={(label) => {
          change('label', { label })
        }}
      />
      <Button
        variant="default"
        leftSection={<IconArrowsExchange size={16} stroke={1.6} />}
        disabled={relation.from === relation.to || isTaken(turned)}
        onClick={() => {
          change('turn', turned, true)
        }}
      >
        {t('editor.turnRelation')}
      </Button>
      <Button
        variant="default"
        className="editor-danger"
        leftSection={<IconTrash size={16} stroke={1.6} />}
        data-testid="relation-remove"
        onClick={() => {
          store.edit('remove relation', (current) => removeRelation(current, index), { atOnce: true })
          onSelect(null)
        }}
      >
        {t('editor.removeRelation')}
      </Button>
    </div>
  )
}
