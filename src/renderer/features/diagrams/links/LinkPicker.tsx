import { Button, Modal, SegmentedControl, TextInput, VisuallyHidden } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LINK_TARGETS, type DiagramShape, type LinkTarget } from '../../../../shared/diagrams/diagram.ts'
import { normaliseForSearch } from '../../../../shared/domain/search-key.ts'
import { readError } from '../../../api/errors.ts'
import { useCommand } from '../../../stores/commands.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { nameShape } from '../canvas/describe.ts'
import { useCanvasActions } from '../canvas/use-canvas-actions.ts'
import { selectedShape, useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { ChosenCustomers } from './ChosenCustomers.tsx'
import { DisplayFields } from './DisplayFields.tsx'
import { chooseDisplay, putLink } from './link-choice.ts'
import { closeLinkPicker, openLinkPicker, useLinkPicker } from './link-picker-store.ts'
import { LinkPreview } from './LinkPreview.tsx'
import { NewActionFields } from './NewActionFields.tsx'
import { optionId, TargetList } from './TargetList.tsx'
import { findTargets, type Target } from './targets.ts'
import { MOST_CUSTOMERS, useLinkDraft } from './use-link-draft.ts'
import { useTargets } from './use-targets.ts'
import './links.css'

const KINDS = ['all', ...LINK_TARGETS] as const

/** The dialog that links a shape, opened by its command or from the inspector. Below `DiagramProvider`, once. */
export function LinkPicker(): ReactNode {
  const { t } = useTranslation()
  const selected = useDiagram(selectedShape)
  const isEditable = useDiagram(({ diagramId }) => diagramId !== null)
  const itemId = useLinkPicker((picker) => picker.itemId)
  const item = useDiagram(({ items }) => (itemId === null ? undefined : items.get(itemId)))
  useCommand(
    'diagram.link',
    () => {
      if (selected) openLinkPicker(selected.id)
    },
    isEditable && selected !== null
  )
  const shape = item?.item === 'shape' ? item : null
  const label = shape?.label.trim().split('\n')[0] ?? ''
  return (
    <Modal
      opened={shape !== null}
      onClose={closeLinkPicker}
      size={720}
      title={label === '' ? t('diagramLinks.picker.untitled') : t('diagramLinks.picker.title', { label })}
      closeButtonProps={{ 'aria-label': t('common.close') }}
    >
      {shape && <PickerForm key={shape.id} shape={shape} />}
    </Modal>
  )
}

function PickerForm({ shape }: { shape: DiagramShape }): ReactNode {
  const { t } = useTranslation()
  const { count } = useFormats()
  const edit = useDiagram((diagram) => diagram.edit)
  const diagramId = useDiagram((diagram) => diagram.diagramId)
  const listId = useId()
  const [kind, setKind] = useState<LinkTarget | 'all'>('all')
  const [search, setSearch] = useState('')
  const [activeKey, setActiveKey] = useState<string | null>(null)
  const [problem, setProblem] = useState<string | null>(null)
  const draft = useLinkDraft(shape)
  const actions = useCanvasActions()
  const store = useDiagramStore()
  const form = useRef<HTMLFormElement>(null)
  const { targets, isWaiting } = useTargets(search, kind, diagramId)
  const groups = findTargets(targets, search, kind)
  const offered = groups.flatMap((group) => group.targets)
  const answers = offered.filter(
    ({ choice, name }) => choice.is !== 'new-action' || normaliseForSearch(name).startsWith(normaliseForSearch(search))
  )
  const hasSearch = search.trim() !== ''
  // A new action is offered beside what answers; where nothing does, it is made only by whoever goes to it.
  const first = hasSearch ? answers[0] : kind === 'all' ? undefined : offered[0]
  const active = offered.find(({ key }) => key === activeKey) ?? first
  const isUnanswered = hasSearch && answers.length === 0 && !isWaiting
  const nameChosen = (): string => {
    const { chosen, name } = draft
    if (chosen?.is === 'new-action') return chosen.action.title
    if (chosen?.is === 'customers')
      return t('diagramLinks.figure.customers', { count: chosen.ids.length, formatted: count(chosen.ids.length) })
    return name ?? (chosen ? t(`diagramLinks.kinds.${chosen.link.to}`) : '')
  }
  const apply = async (): Promise<void> => {
    if (!draft.isReady) {
      // A field that says itself what is wrong with it is enough: it does in a moment, where the same key left it.
      await new Promise((resolve) => setTimeout(resolve))
      const wrong = form.current?.querySelector<HTMLElement>('[aria-invalid=true]')
      if (wrong) {
        setProblem(null)
        wrong.focus()
        return
      }
      if (draft.chosen?.is === 'new-action') setProblem(t('diagramLinks.picker.actionLacks'))
      return
    }
    try {
      const link = await draft.finish()
      if (link) edit(`link ${shape.id}`, { put: [putLink(shape, link, draft.display ?? chooseDisplay(link.to, shape.display))] })
      closeLinkPicker()
      actions.announce(t('diagramLinks.said', { name: nameShape(shape, store.getState().items, t), to: nameChosen() }))
    } catch (error) {
      notifyError(readError(error))
    }
  }
  const choose = async (target: Target): Promise<void> => {
    setActiveKey(target.key)
    const { choice } = target
    if (choice.is === 'members' && choice.customers > MOST_CUSTOMERS) {
      const segment = target.name
      setProblem(t('diagramLinks.picker.tooMany', { most: count(MOST_CUSTOMERS), formatted: count(choice.customers), segment }))
      return
    }
    setProblem(null)
    try {
      if (await draft.take(target)) await apply()
    } catch (error) {
      notifyError(readError(error))
    }
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const at = active ? offered.indexOf(active) : -1
    const step = STEPS[event.key]
    if (step !== undefined) {
      event.preventDefault()
      setActiveKey(offered[Math.max(0, Math.min(offered.length - 1, at + step))]?.key ?? null)
    }
    if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      if (active) void choose(active)
      else if (!hasSearch) void apply()
      else if (isUnanswered) setProblem(nothing)
    }
  }
  const nothing =
    kind === 'diagram' || kind === 'customers' ? t(`diagramLinks.picker.nothingYet.${kind}`) : t('diagramLinks.picker.nothing')
  const to =
    draft.chosen === null
      ? null
      : draft.chosen.is === 'link'
        ? draft.chosen.link.to
        : draft.chosen.is === 'customers'
          ? 'customers'
          : 'action'
  return (
    <form
      ref={form}
      className="link-picker"
      data-testid="link-picker"
      onSubmit={(event) => {
        event.preventDefault()
        void apply()
      }}
      onInput={() => {
        setProblem(null)
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
        event.preventDefault()
        // Elsewhere it begins a walk.
        event.stopPropagation()
        void apply()
      }}
    >
      <TextInput
        data-autofocus
        aria-label={t('diagramLinks.picker.search')}
        placeholder={t('diagramLinks.picker.placeholder')}
        leftSection={<IconSearch size={16} stroke={1.6} />}
        value={search}
        autoComplete="off"
        role="combobox"
        aria-expanded
        aria-autocomplete="list"
        aria-controls={listId}
        {...(active ? { 'aria-activedescendant': optionId(listId, active.key) } : {})}
        onChange={({ currentTarget }) => {
          setSearch(currentTarget.value)
          setActiveKey(null)
          setProblem(null)
        }}
        onKeyDown={onKeyDown}
        data-testid="link-search"
      />
      <SegmentedControl
        size="xs"
        fullWidth
        aria-label={t('diagramLinks.picker.filter')}
        value={kind}
        data={KINDS.map((value) => ({ value, label: t(`diagramLinks.kinds.${value}`) }))}
        onChange={(value) => {
          setKind(KINDS.find((each) => each === value) ?? 'all')
          setActiveKey(null)
        }}
        data-testid="link-kind"
      />
      <TargetList
        id={listId}
        groups={groups}
        activeKey={active?.key ?? null}
        isChosen={draft.isTaken}
        onChoose={(target) => void choose(target)}
        nothing={isUnanswered || offered.length === 0 ? nothing : null}
      />
      <VisuallyHidden role="status">{isUnanswered && problem === null ? nothing : ''}</VisuallyHidden>
      {draft.chosen?.is === 'new-action' && <NewActionFields draft={draft.chosen.action} onChange={draft.setAction} />}
      {(draft.chosen?.is === 'customers' || kind === 'customers') && (
        <ChosenCustomers ids={draft.chosen?.is === 'customers' ? draft.chosen.ids : []} onChange={draft.setCustomers} />
      )}
      {problem && (
        <p className="link-problem" role="alert" data-testid="link-problem">
          {problem}
        </p>
      )}
      {to !== null && draft.display && (
        <div className="link-outcome">
          <section aria-label={t('diagramLinks.show.title')}>
            <h3>{t('diagramLinks.show.title')}</h3>
            <DisplayFields to={to} display={draft.display} onChange={draft.setDisplay} />
          </section>
          {draft.chosen?.is !== 'new-action' && <LinkPreview shape={shape} link={draft.link} display={draft.display} />}
        </div>
      )}
      <footer className="link-footer">
        {shape.link ? (
          <Button
            variant="subtle"
            onClick={() => {
              edit(`unlink ${shape.id}`, { put: [putLink(shape, null)] })
              closeLinkPicker()
            }}
            data-testid="picker-remove"
          >
            {t('diagramLinks.remove')}
          </Button>
        ) : (
          <span className="link-quiet">{t('diagramLinks.picker.choose')}</span>
        )}
        <span>
          <Button variant="default" onClick={closeLinkPicker}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            aria-disabled={!draft.isReady}
            {...(draft.isReady ? {} : { 'data-disabled': true })}
            data-testid="link-apply"
          >
            {t('diagramLinks.picker.apply')}
          </Button>
        </span>
      </footer>
    </form>
  )
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }
