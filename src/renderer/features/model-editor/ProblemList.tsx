import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import { useFormats } from '../../ui/formats.tsx'
import { placeProblems, type PlacedProblem } from './problems.ts'
import type { Selection } from './selection.ts'
import type { DraftProblems } from './use-draft.ts'

interface ProblemListProps {
  draft: OwnModel
  problems: DraftProblems
  onSelect: (selection: Selection) => void
  onView: (viewId: string) => void
}

/** What keeps the model from being saved, and what is still to be filled in; each leads to its place. */
export function ProblemList({ draft, problems, onSelect, onView }: ProblemListProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const groups = [
    { key: 'blocking', list: placeProblems(problems.blocking, draft, language) },
    { key: 'unfinished', list: placeProblems(problems.unfinished, draft, language) }
  ].filter(({ list }) => list.length > 0)
  if (groups.length === 0) return <p className="editor-quiet">{t('editor.complete')}</p>
  return (
    <div className="editor-form" data-testid="problem-list">
      {groups.map(({ key, list }) => (
        <section key={key} className="editor-list" aria-label={t(`editor.${key}`)}>
          <h3>{t(`editor.${key}`)}</h3>
          <p className="editor-quiet">{t(`editor.${key}Help`)}</p>
          {list.map((problem, index) => (
            <Problem key={index} problem={problem} onSelect={onSelect} onView={onView} />
          ))}
        </section>
      ))}
    </div>
  )
}

interface ProblemProps extends Pick<ProblemListProps, 'onSelect' | 'onView'> {
  problem: PlacedProblem
}

function Problem({ problem, onSelect, onView }: ProblemProps): ReactNode {
  const { t, i18n } = useTranslation()
  const field = `editor.field.${problem.field}`
  const name = i18n.exists(field) ? t(field) : problem.field
  return (
    <button
      type="button"
      className="editor-problem"
      data-testid="problem"
      onClick={() => {
        if (problem.elementId !== null) onSelect({ element: problem.elementId })
        else if (problem.relationIndex !== null) onSelect({ relation: problem.relationIndex })
        else if (problem.viewId !== null) onView(problem.viewId)
        else onSelect(null)
      }}
    >
      <b>{problem.place ?? t('editor.theModel')}</b>
      <span>{[name, problem.what].filter(Boolean).join(': ')}</span>
    </button>
  )
}
