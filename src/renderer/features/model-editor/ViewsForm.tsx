import { ActionIcon, Button, Checkbox } from '@mantine/core'
import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../shared/domain/text.ts'
import type { ModelVariant } from '../../../shared/models/model.ts'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { TextPair } from '../../ui/TextPair.tsx'
import type { DraftStore } from './draft-store.ts'
import { focusField } from './focus-field.ts'
import { addView, changesMore, changeView, listShown, removeView, renameInView, toggleShown } from './edit-views.ts'

interface ViewsFormProps {
  draft: OwnModel
  store: DraftStore
  /** The view that is open; the page shows what it leaves out. */
  viewId: string | null
  onOpen: (viewId: string | null) => void
}

/** The views one can switch between: made, named, said who says what, and told what each leaves out. */
export function ViewsForm({ draft, store, viewId, onOpen }: ViewsFormProps): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const open = draft.variants.find(({ id }) => id === viewId)
  const add = (): void => {
    const number = Math.max(2, draft.variants.length + 1)
    const added = addView(draft, { en: `View ${String(number)}`, es: `Vista ${String(number)}` }, language)
    store.edit(`add view ${added.id}`, () => added.draft, { atOnce: true })
    onOpen(added.id)
    focusField('view-name')
  }
  return (
    <div className="editor-form" data-testid="views-form">
      <p className="editor-quiet">{t(draft.variants.length === 0 ? 'editor.views.none' : 'editor.views.help')}</p>
      {draft.variants.length > 0 && (
        <ul className="editor-views" aria-label={t('editor.field.variants')}>
          {draft.variants.map((variant, index) => (
            <li key={variant.id}>
              <button
                type="button"
                className="editor-view"
                aria-expanded={variant === open}
                data-testid={`view-row-${variant.id}`}
                onClick={() => {
                  onOpen(variant === open ? null : variant.id)
                }}
              >
                <span>{text(variant.name)}</span>
                <span className="editor-quiet">
                  {index === 0
                    ? t('editor.views.first')
                    : countHidden(draft, variant) === 0
                      ? t('editor.views.hidesNone')
                      : t('editor.views.hides', { count: countHidden(draft, variant) })}
                </span>
              </button>
              {variant === open && <OpenView draft={draft} variant={variant} store={store} isFirst={index === 0} onOpen={onOpen} />}
            </li>
          ))}
        </ul>
      )}
      <Button
        variant="default"
        size="xs"
        className="editor-add-view"
        leftSection={<IconPlus size={16} stroke={1.6} />}
        disabled={draft.elements.length === 0}
        data-testid="add-view"
        onClick={add}
      >
        {t('editor.views.add')}
      </Button>
    </div>
  )
}

const countHidden = (draft: OwnModel, variant: ModelVariant): number =>
  listShown(draft, variant).filter(({ state }) => state !== 'shown').length

interface OpenViewProps {
  draft: OwnModel
  variant: ModelVariant
  store: DraftStore
  isFirst: boolean
  onOpen: (viewId: string | null) => void
}

function OpenView({ draft, variant, store, isFirst, onOpen }: OpenViewProps): ReactNode {
  const { t } = useTranslation()
  const { id } = variant
  const leave = (): void => void store.flush()
  return (
    <div className="editor-view-body">
      <TextPair
        label={t('editor.views.name')}
        value={variant.name}
        isNeeded
        testId="view-name"
        onLeave={leave}
        onChange={(name) => {
          store.edit(`view ${id} name`, (current) => changeView(current, id, { name }))
        }}
      />
      <TextPair
        label={t('editor.views.note')}
        value={variant.note}
        isLong
        testId="view-note"
        onLeave={leave}
        onChange={(note) => {
          store.edit(`view ${id} note`, (current) => changeView(current, id, { note }))
        }}
      />
      {isFirst ? (
        <p className="editor-quiet">{t('editor.views.firstHelp')}</p>
      ) : (
        <>
          <ElementChecks draft={draft} variant={variant} store={store} />
          {variant.changes.filter(changesMore).length + variant.hidesRelations.length + variant.addsRelations.length > 0 && (
            <p className="editor-quiet">{t('editor.views.more')}</p>
          )}
          <Button
            variant="default"
            className="editor-danger"
            leftSection={<IconTrash size={16} stroke={1.6} />}
            data-testid="view-remove"
            onClick={() => {
              store.edit(`remove view ${id}`, (current) => removeView(current, id), { atOnce: true })
              onOpen(null)
            }}
          >
            {t('editor.views.remove')}
          </Button>
        </>
      )}
    </div>
  )
}

/** What the view shows, as it is nested; what is inside something left out is left out with it. */
function ElementChecks({ draft, variant, store }: Pick<OpenViewProps, 'draft' | 'variant' | 'store'>): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const [named, setNamed] = useState<string | null>(null)
  const changed = new Map(variant.changes.flatMap(({ id, name }) => (name ? [[id, name] as const] : [])))
  const names = new Map(draft.elements.map(({ id, name }) => [id, changed.get(id) ?? name]))
  return (
    <fieldset className="editor-shown">
      <legend>{t('editor.views.shown')}</legend>
      {listShown(draft, variant).map(({ elementId, depth, state }) => {
        const name = names.get(elementId)
        const isLast = state === 'shown' && toggleShown(draft, variant.id, elementId) === draft
        const isNamed = named === elementId
        return (
          <div key={elementId} className="editor-shown-row" style={{ paddingInlineStart: depth * 18 }}>
            <Checkbox
              size="sm"
              label={name ? text(name) : elementId}
              checked={state === 'shown'}
              disabled={state === 'inside' || isLast}
              {...(isLast ? { title: t('editor.views.last') } : {})}
              data-testid={`shown-${elementId}`}
              onChange={() => {
                store.edit(`view ${variant.id} shows ${elementId}`, (current) => toggleShown(current, variant.id, elementId), {
                  atOnce: true
                })
              }}
            />
            {name && state === 'shown' && (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                aria-label={t('editor.views.rename', { name: text(name) })}
                title={t('editor.views.rename', { name: text(name) })}
                aria-expanded={isNamed}
                data-testid={`rename-${elementId}`}
                onClick={() => {
                  setNamed(isNamed ? null : elementId)
                  if (!isNamed) focusField('view-element-name')
                }}
              >
                <IconPencil size={15} stroke={1.6} aria-hidden />
              </ActionIcon>
            )}
            {name && state === 'shown' && isNamed && (
              <NameInView draft={draft} variant={variant} store={store} elementId={elementId} name={name} />
            )}
          </div>
        )
      })}
    </fieldset>
  )
}

interface NameInViewProps extends Pick<OpenViewProps, 'draft' | 'variant' | 'store'> {
  elementId: string
  name: Text
}

/** What the view calls an element, and the way back to the name it has in the model. */
function NameInView({ draft, variant, store, elementId, name }: NameInViewProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const own = draft.elements.find(({ id }) => id === elementId)?.name
  const change = variant.changes.find(({ id }) => id === elementId)
  const rename = (to: Text | null, atOnce = false): void => {
    store.edit(`view ${variant.id} names ${elementId}`, (current) => renameInView(current, variant.id, elementId, to), { atOnce })
  }
  return (
    <div className="editor-shown-name">
      <TextPair
        label={t('editor.views.nameHere')}
        value={name}
        isNeeded
        testId="view-element-name"
        onLeave={() => void store.flush()}
        onChange={rename}
      />
      {own && change?.name && !change.ownMeaning && (
        <Button
          variant="default"
          size="xs"
          data-testid="view-element-name-back"
          onClick={() => {
            rename(null, true)
          }}
        >
          {t('editor.views.nameBack', { name: text(own) })}
        </Button>
      )}
    </div>
  )
}
