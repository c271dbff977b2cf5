import { Select, TextInput } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { OwnModel } from '../../../shared/models/own-model.ts'
import type { DraftStore } from './draft-store.ts'
import { TextList } from './TextList.tsx'
import { TextPair } from '../../ui/TextPair.tsx'

const MARKS = ['V', 'S', 'L', 'A', 'U'] as const

/** What the model says about itself: name, summary, who made it, what is often confused, what it stands on. */
export function ModelForm({ draft, store }: { draft: OwnModel; store: DraftStore }): ReactNode {
  const { t } = useTranslation()
  const change = (field: keyof OwnModel, value: Partial<OwnModel>, atOnce = false): void => {
    store.edit(field, (current) => ({ ...current, ...value }), { atOnce })
  }
  const leave = (): void => void store.flush()
  return (
    <div className="editor-form" data-testid="model-form">
      <TextPair
        label={t('editor.field.modelName')}
        value={draft.name}
        isNeeded
        testId="model-name"
        onLeave={leave}
        onChange={(name) => {
          change('name', { name })
        }}
      />
      <TextPair
        label={t('editor.field.summary')}
        value={draft.summary}
        isLong
        testId="model-summary"
        onLeave={leave}
        onChange={(summary) => {
          change('summary', { summary })
        }}
      />
      <div className="editor-row editor-row-wide">
        <TextInput
          label={t('editor.field.authors')}
          value={draft.authors}
          onBlur={leave}
          onChange={({ currentTarget: { value } }) => {
            change('authors', { authors: value })
          }}
        />
        <TextInput
          label={t('editor.field.year')}
          value={draft.year}
          onBlur={leave}
          onChange={({ currentTarget: { value } }) => {
            change('year', { year: value })
          }}
        />
      </div>
      <TextList
        title={t('editor.field.confusions')}
        labelOf={(number) => t('editor.confusion', { number })}
        addLabel={t('editor.addConfusion')}
        values={draft.confusions}
        testId="model-confusion"
        onLeave={leave}
        onChange={(confusions) => {
          change('confusions', { confusions })
        }}
      />
      <TextList
        title={t('editor.field.sources')}
        labelOf={(number) => t('editor.source', { number })}
        addLabel={t('editor.addSource')}
        values={draft.sources.map((source) => source.text)}
        testId="model-source"
        onLeave={leave}
        onChange={(texts) => {
          // Same length: one was written; shorter: the first that differs was taken away.
          const gone = texts.length < draft.sources.length ? draft.sources.findIndex((source, at) => source.text !== texts[at]) : -1
          const kept = draft.sources.filter((_, at) => at !== gone)
          change('sources', { sources: texts.map((text, at) => ({ text, mark: kept[at]?.mark ?? 'A' })) })
        }}
      />
      {draft.sources.map((source, index) => (
        <Select
          key={index}
          label={t('editor.sourceMark', { number: index + 1 })}
          data={[...new Set([source.mark, ...MARKS])].map((mark) => ({ value: mark, label: nameMark(mark, t) }))}
          value={source.mark}
          allowDeselect={false}
          onChange={(mark) => {
            change('sources', { sources: draft.sources.map((each, at) => (at === index ? { ...each, mark: mark ?? 'A' } : each)) }, true)
          }}
        />
      ))}
    </div>
  )
}

/** `V`, `V+L`: each letter in words. */
function nameMark(mark: string, t: (key: string) => string): string {
  return Array.from(mark)
    .filter((letter) => MARKS.some((known) => known === letter))
    .map((letter) => t(`editor.mark.${letter}`))
    .join('; ')
}
