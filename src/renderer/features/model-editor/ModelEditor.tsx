import './model-editor.css'
import { Button, Tabs } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconPlus } from '@tabler/icons-react'
import { ReactFlowProvider, useReactFlow } from '@xyflow/react'
import { useMemo, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { isDrawable } from '../../../shared/models/own-model.ts'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { navigate } from '../../stores/route.ts'
import { useTopBar } from '../../stores/top-bar.ts'
import { ErrorNotice } from '../../ui/ErrorNotice.tsx'
import { useFormats } from '../../ui/formats.tsx'
import type { DraftState, DraftStore, Stored } from './draft-store.ts'
import { EditorCanvas } from './EditorCanvas.tsx'
import { listShown } from './edit-views.ts'
import { addElement } from './edits.ts'
import { ElementForm } from './ElementForm.tsx'
import { focusField } from './focus-field.ts'
import { ModelForm } from './ModelForm.tsx'
import { ProblemList } from './ProblemList.tsx'
import { placeProblems } from './problems.ts'
import { RelationForm } from './RelationForm.tsx'
import { elementOf, relationOf, type Selection } from './selection.ts'
import { useDraft, useProblems, type DraftProblems } from './use-draft.ts'
import { ViewsForm } from './ViewsForm.tsx'
import { WalkForm } from './WalkForm.tsx'

/** The workshop of one own model: the page on the left, what is selected on the right. */
export function ModelEditor({ modelId, elementId }: { modelId: string; elementId?: string }): ReactNode {
  const stored = useQuery(orpc.ownModels.getOwnModel.queryOptions({ input: { id: modelId } }))
  // It was deleted, here or by undo: nothing to edit any more.
  if (stored.error)
    return (
      <div className="page">
        <ErrorNotice error={readError(stored.error)} onRetry={() => void stored.refetch()} />
      </div>
    )
  if (!stored.data) return null
  return (
    <ReactFlowProvider>
      <Workshop stored={stored.data} start={elementId === undefined ? null : { element: elementId }} />
    </ReactFlowProvider>
  )
}

const TABS = ['selected', 'walk', 'views', 'model', 'problems'] as const
type Tab = (typeof TABS)[number]

function Workshop({ stored, start }: { stored: Stored; start: Selection }): ReactNode {
  const { t } = useTranslation()
  const { text, language } = useFormats()
  const { store, state } = useDraft(stored)
  const { draft } = state
  const problems = useProblems(draft)
  const flow = useReactFlow()
  const [selection, setSelection] = useState<Selection>(start)
  const [tab, setTab] = useState<Tab>(start ? 'selected' : 'model')
  const [viewId, setViewId] = useState<string | null>(null)
  const shownView = tab === 'views' ? draft.variants.find(({ id }) => id === viewId) : undefined
  const hidden = useMemo(
    () => new Set(shownView ? listShown(draft, shownView).flatMap(({ elementId, state }) => (state === 'shown' ? [] : [elementId])) : []),
    [draft, shownView]
  )
  const flagged = useMemo(
    () =>
      new Set(placeProblems([...problems.blocking, ...problems.unfinished], draft, language).flatMap(({ elementId }) => elementId ?? [])),
    [problems, draft, language]
  )
  const select = (selected: Selection): void => {
    setSelection(selected)
    if (selected) setTab('selected')
    else if (tab === 'selected') setTab('model')
  }
  const add = (near?: { x: number; y: number }): void => {
    const number = draft.elements.length + 1
    const name = { en: translateNew('en', number), es: translateNew('es', number) }
    const added = addElement(draft, name, language, near ?? lookAt(flow, draft))
    store.edit(`add ${added.id}`, () => added.draft, { atOnce: true })
    select({ element: added.id })
    focusField('element-name')
  }
  useTopBar({
    title: text(draft.name),
    subtitle: t('editor.subtitle'),
    action: (
      <Button
        data-testid="editor-done"
        onClick={() => {
          void store.flush().then(() => {
            navigate(isDrawable(store.getState().draft) ? { screen: 'models', modelId: draft.id } : { screen: 'models' })
          })
        }}
      >
        {t('editor.done')}
      </Button>
    )
  })
  return (
    <section className="editor" aria-label={text(draft.name)} data-testid="model-editor">
      <div className="editor-main">
        <header className="editor-head">
          <div className="editor-title">
            <h1>{text(draft.name)}</h1>
            <SaveState status={state.status} />
          </div>
          {draft.elements.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconPlus size={16} stroke={1.8} />}
              data-testid="add-element"
              onClick={() => {
                add()
              }}
            >
              {t('editor.addElement')}
            </Button>
          )}
        </header>
        {draft.elements.length === 0 ? (
          <Empty onAdd={add} />
        ) : (
          <EditorCanvas draft={draft} store={store} selection={selection} onSelect={select} flagged={flagged} hidden={hidden} onAdd={add} />
        )}
        {draft.elements.length > 0 && <p className="editor-hint">{t(draft.elements.length === 1 ? 'editor.hintOne' : 'editor.hint')}</p>}
      </div>
      <aside className="editor-side-panel" aria-label={t('editor.panel')}>
        <Panel
          draft={draft}
          store={store}
          problems={problems}
          selection={selection}
          onSelect={select}
          tab={tab}
          onTab={setTab}
          viewId={viewId}
          onView={setViewId}
        />
      </aside>
    </section>
  )
}

/** `New element 3`, in both languages: what is not renamed is at least named in each. */
function translateNew(language: 'en' | 'es', number: number): string {
  return language === 'es' ? `Nuevo elemento ${String(number)}` : `New element ${String(number)}`
}

/** The upper left of what is in view, so that a new element comes where the person looks. */
function lookAt(flow: ReturnType<typeof useReactFlow>, draft: OwnModel): { x: number; y: number } | undefined {
  if (draft.elements.length === 0) return undefined
  const { x, y, zoom } = flow.getViewport()
  return { x: Math.max(0, (80 - x) / zoom), y: Math.max(0, (60 - y) / zoom) }
}

function SaveState({ status }: { status: DraftState['status'] }): ReactNode {
  const { t } = useTranslation()
  const isBad = status === 'refused' || status === 'failed'
  return (
    <span
      className={isBad ? 'editor-status editor-status-bad' : 'editor-status'}
      role="status"
      data-testid="editor-status"
      data-status={status}
    >
      {t(`editor.status.${status}`)}
    </span>
  )
}

/** A blank model says what to do first. */
function Empty({ onAdd }: { onAdd: () => void }): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="editor-empty" data-testid="editor-empty">
      <h2>{t('editor.empty.title')}</h2>
      <ol>
        <li>{t('editor.empty.first')}</li>
        <li>{t('editor.empty.second')}</li>
        <li>{t('editor.empty.third')}</li>
      </ol>
      <Button
        leftSection={<IconPlus size={16} stroke={1.8} />}
        onClick={() => {
          onAdd()
        }}
        data-testid="add-first"
      >
        {t('editor.empty.add')}
      </Button>
    </div>
  )
}

interface PanelProps {
  draft: OwnModel
  store: DraftStore
  problems: DraftProblems
  selection: Selection
  onSelect: (selection: Selection) => void
  tab: Tab
  onTab: (tab: Tab) => void
  viewId: string | null
  onView: (viewId: string | null) => void
}

function Panel({ draft, store, problems, selection, onSelect, tab, onTab, viewId, onView }: PanelProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const element = draft.elements.find(({ id }) => id === elementOf(selection))
  const index = relationOf(selection)
  const relation = index === null ? undefined : draft.relations[index]
  const hasSelection = element !== undefined || relation !== undefined
  const shown = tab === 'selected' && !hasSelection ? 'model' : tab
  const open = [...problems.blocking, ...problems.unfinished]
  const count = placeProblems(open, draft, language).length
  return (
    <Tabs
      value={shown}
      keepMounted={false}
      className="editor-tabs"
      onChange={(next) => {
        onTab(TABS.find((each) => each === next) ?? 'model')
      }}
    >
      <Tabs.List>
        <Tabs.Tab value="selected" disabled={!hasSelection}>
          {t(relation ? 'editor.tab.relation' : 'editor.tab.element')}
        </Tabs.Tab>
        <Tabs.Tab value="walk" data-testid="tab-walk">
          {t('editor.tab.walk')}
        </Tabs.Tab>
        <Tabs.Tab value="views" data-testid="tab-views">
          {t('editor.tab.views')}
        </Tabs.Tab>
        <Tabs.Tab value="model" data-testid="tab-model">
          {t('editor.tab.model')}
        </Tabs.Tab>
        <Tabs.Tab
          value="problems"
          data-testid="tab-problems"
          rightSection={count > 0 ? <span className="editor-count">{count}</span> : null}
        >
          {t('editor.tab.problems')}
        </Tabs.Tab>
      </Tabs.List>
      <div className="editor-scroll" key={`${shown} ${element?.id ?? ''} ${String(index)}`}>
        {shown !== 'problems' && shown !== 'walk' && <p className="editor-quiet editor-languages">{t('editor.languageHelp')}</p>}
        <Tabs.Panel value="selected">
          {element && <ElementForm key={element.id} draft={draft} element={element} store={store} onSelect={onSelect} />}
          {relation && index !== null && (
            <RelationForm key={index} draft={draft} index={index} relation={relation} store={store} onSelect={onSelect} />
          )}
        </Tabs.Panel>
        <Tabs.Panel value="walk">
          <WalkForm draft={draft} store={store} />
        </Tabs.Panel>
        <Tabs.Panel value="views">
          <ViewsForm draft={draft} store={store} viewId={viewId} onOpen={onView} />
        </Tabs.Panel>
        <Tabs.Panel value="model">
          <ModelForm draft={draft} store={store} />
        </Tabs.Panel>
        <Tabs.Panel value="problems">
          <ProblemList
            draft={draft}
            problems={problems}
            onSelect={onSelect}
            onView={(id) => {
              onView(id)
              onTab('views')
            }}
          />
        </Tabs.Panel>
      </div>
    </Tabs>
  )
}
