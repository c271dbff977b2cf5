import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SegmentGroup } from '../../../../shared/contract/segments.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import type { Rule } from '../../../../shared/segments/rule.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notifyError } from '../../../ui/notify.tsx'
import { askSegments } from './compose.ts'
import type { Fields } from './fields.ts'
import { TEMPLATES, type Template } from './templates.ts'
import { copyName } from '../copy-name.ts'

interface StartCardsProps {
  fields: Fields
  /** The segment being edited: not a start for itself. */
  segmentId?: string
  onStart: (rule: Rule, suggestedName: Text) => void
}

/** Ways to begin other than with an empty sheet: a question owners often ask, or the rule of a segment there is. */
export function StartCards({ fields, segmentId, onStart }: StartCardsProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const segments = useQuery(orpc.segments.listSegments.queryOptions())
  const list = (segments.data ?? []).filter(({ id }) => id !== segmentId)
  const copy = async (id: string): Promise<void> => {
    const segment = list.find((each) => each.id === id)
    if (!segment) return
    try {
      const own = segment.kind === 'own' ? (await client.segments.getSegment({ id })).rule : null
      const rule = own ?? (fields.segmentField === null ? null : askSegments(fields.segmentField, [id]))
      if (rule) onStart(rule, copyName(segment.name))
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <Card className="rule-starts" data-testid="rule-starts">
      <Caption>{t('segmentBuilder.startWith')}</Caption>
      <div className="rule-templates">
        {TEMPLATES.filter((template) => isAnswerable(template, fields)).map(({ id, name, rule }) => (
          <button
            key={id}
            type="button"
            className="rule-template"
            onClick={() => {
              onStart(rule, name)
            }}
            data-testid={`template-${id}`}
          >
            {text(name)}
          </button>
        ))}
      </div>
      <Select
        label={t('segmentBuilder.copyRule')}
        placeholder={t('segmentBuilder.copyRuleFind')}
        searchable
        value={null}
        data={SegmentGroup.options
          .map((group) => ({
            group: t(`segments.groups.${group}`),
            items: list.filter((segment) => segment.group === group).map(({ id, name }) => ({ value: id, label: text(name) }))
          }))
          .filter(({ items }) => items.length > 0)}
        maxDropdownHeight={300}
        onChange={(id) => {
          if (id !== null) void copy(id)
        }}
        data-testid="rule-copy"
        maw={420}
      />
    </Card>
  )
}

/** Whether the workspace holds the records a template asks for. */
function isAnswerable({ rule }: Template, { subject }: Fields): boolean {
  return rule.rules.every((node) => node.kind !== 'records' || subject(node.subject)?.isEmpty === false)
}
