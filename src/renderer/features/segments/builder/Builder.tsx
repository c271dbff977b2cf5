import { Button, Modal } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconArrowBackUp, IconArrowForwardUp } from '@tabler/icons-react'
import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useWorkspace } from '../../../api/workspace.ts'
import { navigate, type SegmentPlace } from '../../../stores/route.ts'
import { useTopBar } from '../../../stores/top-bar.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify } from '../../../ui/notify.tsx'
import { TextPair } from '../../../ui/TextPair.tsx'
import { CustomerList } from '../CustomerList.tsx'
import { closeRule, completeName, openRule, type SegmentDraft } from './draft.ts'
import { useFields, type Fields } from './fields.ts'
import { GroupView } from './GroupView.tsx'
import { LivePanel } from './LivePanel.tsx'
import { Reading } from './Reading.tsx'
import { StartCards } from './StartCards.tsx'
import { TargetChoice } from './TargetChoice.tsx'
import { BLANK, dropDraft, hasDraft, nameDraft, openDraft, useDraft, useIsOpen } from './use-draft.ts'
import { useRuleCount } from './use-rule-count.ts'
import { useRuleEdits } from './use-rule-edits.ts'
import './builder.css'

type BuildPlace = Extract<SegmentPlace, { view: 'build' }>

/** Writes the rule of a segment: a new one, one begun from a rule, or that of an own segment. */
export function Builder({ segmentId, start }: Omit<BuildPlace, 'view'>): ReactNode {
  const workspace = useWorkspace()
  const stored = useQuery(orpc.segments.getSegment.queryOptions({ input: { id: segmentId ?? '' }, enabled: segmentId !== undefined }))
  const { fields, error, refetch } = useFields()
  const failure = error ?? stored.error
  if (failure)
    return (
      <div className="page">
        <ErrorNotice
          error={readError(failure)}
          onRetry={() => {
            refetch()
            if (segmentId !== undefined) void stored.refetch()
          }}
        />
      </div>
    )
  if (!fields || !workspace || (segmentId !== undefined && !stored.data)) return <div aria-busy />
  const opened: SegmentDraft = stored.data
    ? { name: stored.data.name, rule: stored.data.rule ? openRule(stored.data.rule) : BLANK.rule, isTarget: stored.data.isTarget }
    : BLANK
  return (
    <Opened
      key={segmentId ?? 'new'}
      draftKey={nameDraft(workspace.name, segmentId)}
      fields={fields}
      opened={opened}
      {...(segmentId === undefined ? {} : { segmentId })}
      {...(start ? { start } : {})}
    />
  )
}

interface OpenedProps extends Omit<BuildPlace, 'view'> {
  draftKey: string
  fields: Fields
  opened: SegmentDraft
}

/** Sees to it that there is a draft: what was begun here before goes on, unless something new is begun. */
function Opened({ start, opened, ...props }: OpenedProps): ReactNode {
  const { draftKey } = props
  const begun = useRef({ start, opened })
  useLayoutEffect(() => {
    const first = begun.current
    if (first.start) openDraft(draftKey, { ...BLANK, name: first.start.name ?? BLANK.name, rule: openRule(first.start.rule) }, BLANK)
    else if (!hasDraft(draftKey)) openDraft(draftKey, first.opened)
  }, [draftKey])
  return useIsOpen(draftKey) ? <Workbench {...props} /> : null
}

function Workbench({ segmentId, draftKey, fields }: Omit<OpenedProps, 'opened' | 'start'>): ReactNode {
  const { t } = useTranslation()
  const { text, count } = useFormats()
  const control = useDraft(draftKey)
  const { draft, edit, isChanged } = control
  const edits = useRuleEdits(control)
  const ruleCount = useRuleCount(draft.rule, draftKey, segmentId ?? null)
  const [dragged, setDragged] = useState<number | null>(null)
  const [fault, setFault] = useState<'name' | 'empty' | 'open' | null>(null)
  const [isListed, setIsListed] = useState(false)
  const form = useRef<HTMLDivElement>(null)
  const name = completeName(draft.name)
  const isEmpty = draft.rule.rules.length === 0
  const opensNameless = useRef(name === null)
  useEffect(() => {
    if (opensNameless.current) form.current?.querySelector<HTMLInputElement>('.rule-name input')?.focus()
  }, [])
  const leave = (): void => {
    dropDraft(draftKey)
    navigate(segmentId === undefined ? { screen: 'segments' } : { screen: 'segments', view: 'segment', segmentId })
  }
  const save = useMutation({
    mutationFn: async () => {
      const kept = { name: name ?? draft.name, rule: closeRule(draft.rule) }
      return segmentId === undefined
        ? client.segments.createSegment({ ...kept, isTarget: draft.isTarget })
        : client.segments.updateSegment({ id: segmentId, ...kept })
    },
    onSuccess: ({ id }) => {
      dropDraft(draftKey)
      notify(t('segmentBuilder.saved', { name: name ? text(name) : '' }))
      navigate({ screen: 'segments', view: 'segment', segmentId: id })
    }
  })
  const missing = name === null ? 'name' : isEmpty ? 'empty' : ruleCount.isIncomplete ? 'open' : null
  /** Saves, or says what is missing and goes there. */
  const attempt = (): void => {
    setFault(missing)
    if (missing === null) save.mutate()
    else form.current?.querySelector<HTMLElement>(FAULT_PLACES[missing])?.focus()
  }
  useTopBar({
    title: t(segmentId === undefined ? 'segmentBuilder.newTitle' : 'segmentBuilder.editTitle'),
    action: (
      <div className="rule-actions">
        <Button variant="default" onClick={leave} data-testid="rule-discard">
          {t(isChanged ? 'segmentBuilder.discard' : 'common.cancel')}
        </Button>
        <Button onClick={attempt} loading={save.isPending} data-testid="rule-save">
          {t('segmentBuilder.save')}
        </Button>
      </div>
    )
  })
  return (
    <div
      className="page rule-scroll"
      onKeyDown={(event) => {
        followKeys(event, control.undo, control.redo)
      }}
      data-testid="segment-builder"
    >
      <div className="page-inner rule-page" ref={form}>
        <div className="rule-main">
          <div className="rule-name">
            <TextPair
              label={t('segmentBuilder.name')}
              value={draft.name}
              testId="rule-name"
              onChange={(changed) => {
                edit((now) => ({ ...now, name: changed }), 'name')
              }}
            />
          </div>
          <TargetChoice
            isTarget={draft.isTarget}
            isNew={segmentId === undefined}
            onChange={(isTarget) => {
              edit((now) => ({ ...now, isTarget }))
            }}
          />
          {fault !== null && fault === missing && (
            <p className="rule-fault" role="alert" data-testid="rule-fault">
              {t(`segmentBuilder.faults.${fault}`)}
            </p>
          )}
          {save.error && <ErrorNotice error={readError(save.error)} />}
          <Card className="rule-sheet">
            <div className="rule-tools">
              <Caption>{t('segmentBuilder.rule')}</Caption>
              <button
                type="button"
                className="rule-icon"
                disabled={!control.canUndo}
                onClick={control.undo}
                aria-label={t('common.undo')}
                title={t('segmentBuilder.undoHint')}
                data-testid="rule-undo"
              >
                <IconArrowBackUp size={17} stroke={1.7} aria-hidden />
              </button>
              <button
                type="button"
                className="rule-icon"
                disabled={!control.canRedo}
                onClick={control.redo}
                aria-label={t('common.redo')}
                title={t('segmentBuilder.redoHint')}
                data-testid="rule-redo"
              >
                <IconArrowForwardUp size={17} stroke={1.7} aria-hidden />
              </button>
            </div>
            <GroupView group={draft.rule} edits={edits} fields={fields} count={ruleCount} dragged={dragged} onDrag={setDragged} />
          </Card>
          {isEmpty ? (
            <StartCards
              fields={fields}
              {...(segmentId === undefined ? {} : { segmentId })}
              onStart={(rule, suggested) => {
                edit((now) => ({ ...now, name: completeName(now.name) ? now.name : suggested, rule: openRule(rule) }))
              }}
            />
          ) : (
            <Reading reading={ruleCount.reading} isOld={ruleCount.isOld && !ruleCount.isIncomplete} />
          )}
        </div>
        <aside className="rule-side" aria-label={t('segmentBuilder.now')}>
          <LivePanel
            count={ruleCount}
            onShowAll={() => {
              setIsListed(true)
            }}
          />
        </aside>
      </div>
      {isListed && ruleCount.counted && (
        <Modal
          opened
          size="xl"
          onClose={() => {
            setIsListed(false)
          }}
          title={t('segmentBuilder.behind', { count: ruleCount.counted.customers, formatted: count(ruleCount.counted.customers) })}
          closeButtonProps={{ 'aria-label': t('common.close') }}
        >
          <CustomerList
            label={t('segmentBuilder.first')}
            listKey={JSON.stringify(closeRule(draft.rule))}
            ask={(page) => client.segments.listRuleCustomers({ ...page, rule: closeRule(draft.rule) })}
          />
        </Modal>
      )}
    </div>
  )
}

const FAULT_PLACES = {
  name: '.rule-name input',
  empty: '.rule-add',
  open: '.rule-card-open :is(.rule-input, .rule-list input, .rule-add)'
}

/** Undo and redo mean the draft, in its fields too: every letter of them is in the draft's history. The search of a list keeps its own. */
function followKeys(event: KeyboardEvent, undo: () => void, redo: () => void): void {
  const key = event.key.toLowerCase()
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (key !== 'z' && key !== 'y')) return
  if (event.target instanceof Element && event.target.closest('[data-rule-search]')) return
  event.preventDefault()
  event.stopPropagation()
  if (key === 'y' || event.shiftKey) redo()
  else undo()
}
