import { ActionIcon, Menu, Switch } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconDots, IconPencil, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Step, StepReport } from '../../../shared/cleaning/recipe.ts'
import { useMasked } from '../../stores/mask.ts'
import { useFormats } from '../../ui/formats.tsx'
import { sayColumns, sayStep } from './step-words.ts'

interface StepRowProps {
  step: Step
  report: StepReport | null
  isFirst: boolean
  isLast: boolean
  onToggle: () => void
  onMove: (by: -1 | 1) => void
  onEdit: () => void
  onRemove: () => void
}

const SHOWN = 2

/** One step: what it does, to how many rows, with examples; off, moved, changed or removed from here. */
export function StepRow({ step, report, isFirst, isLast, onToggle, onMove, onEdit, onRemove }: StepRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const name = sayStep(step, t, formats)
  return (
    <li className={step.on ? '' : 'is-off'} data-testid={`step-${step.kind}`}>
      <Switch
        size="sm"
        checked={step.on}
        onChange={onToggle}
        aria-label={t('cleaning.onOff', { step: name })}
        data-testid={`step-switch-${step.kind}`}
      />
      <div className="cleaning-step">
        <p>
          <strong>{name}</strong> <span className="muted">· {sayColumns(step, t)}</span>
        </p>
        {step.on && report && <Done report={report} />}
      </div>
      {step.on && report && !report.problem && (
        <span className="cleaning-rows" data-testid={`step-rows-${step.kind}`} data-count={report.rows}>
          {t('importing.rows', { count: report.rows, formatted: formats.count(report.rows) })}
        </span>
      )}
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="subtle" color="gray" aria-label={t('cleaning.menu', { step: name })} data-testid={`step-menu-${step.kind}`}>
            <IconDots size={18} stroke={1.6} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {step.kind !== 'trim' && (
            <Menu.Item leftSection={<IconPencil size={16} stroke={1.6} />} onClick={onEdit}>
              {t('cleaning.change')}
            </Menu.Item>
          )}
          <Menu.Item
            leftSection={<IconArrowUp size={16} stroke={1.6} />}
            disabled={isFirst}
            onClick={() => {
              onMove(-1)
            }}
          >
            {t('cleaning.up')}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconArrowDown size={16} stroke={1.6} />}
            disabled={isLast}
            onClick={() => {
              onMove(1)
            }}
          >
            {t('cleaning.down')}
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash size={16} stroke={1.6} />} onClick={onRemove}>
            {t('cleaning.remove')}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </li>
  )
}

/** Examples of what changed, what could not be read, and why the step could not be done. */
function Done({ report: { samples, unread, unreadSamples, problem } }: { report: StepReport }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const { hide } = useMasked()
  return (
    <>
      {problem && (
        <p className="cleaning-problem" role="status">
          {t(`cleaning.problems.${problem.code}`, { detail: problem.detail })}{' '}
          {t('cleaning.problemRows', { count: problem.rows, formatted: formats.count(problem.rows) })}
        </p>
      )}
      {samples.length > 0 && (
        <p className="cleaning-sample">
          {samples.slice(0, SHOWN).map(({ before, after }, at) => (
            <span key={before}>
              {at > 0 && '  ·  '}
              {hide(before)} → {after === '' ? t('cleaning.nothing') : hide(after)}
            </span>
          ))}
        </p>
      )}
      {unread > 0 && (
        <p className="cleaning-unread">
          {t('cleaning.unread', { count: unread, formatted: formats.count(unread) })}{' '}
          {unreadSamples.slice(0, SHOWN).map(hide).join('  ·  ')}
        </p>
      )}
    </>
  )
}
