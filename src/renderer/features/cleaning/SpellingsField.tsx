import { Checkbox, Loader, SegmentedControl, TextInput } from '@mantine/core'
import { skipToken, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { CLUSTER_METHODS, type ClusterMethod } from '../../../shared/cleaning/cluster-methods.ts'
import type { Step } from '../../../shared/cleaning/recipe.ts'
import type { SpellingCluster } from '../../../shared/contract/cleaning.ts'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { useFormats } from '../../ui/formats.tsx'
import { settingsBefore } from './recipe-edits.ts'

type MergeStep = Extract<Step, { kind: 'merge' }>
type Group = MergeStep['groups'][number]

interface SpellingsFieldProps {
  step: MergeStep
  settings: ImportSettings | null
  onChange: (step: Step) => void
}

/** Spellings that are probably one, group by group: a person takes each, under the name proposed or another. */
export function SpellingsField({ step, settings, onChange }: SpellingsFieldProps): ReactNode {
  const { t } = useTranslation()
  const [method, setMethod] = useState<ClusterMethod>('key')
  const [column = ''] = step.columns
  const found = useQuery(
    orpc.cleaning.findSpellings.queryOptions({
      input: settings && column !== '' ? { ...settingsBefore(settings, step.id), column, method } : skipToken,
      gcTime: 0
    })
  )
  const clusters = found.data?.clusters ?? []
  const proposed = new Set(clusters.flatMap(({ values }) => values.map(({ value }) => value)))
  // What was taken by the other method, or stands in another file only, stays listed.
  const others = step.groups.filter(({ from }) => !from.some((value) => proposed.has(value)))
  const put = (values: readonly string[], group: Group | null): void => {
    const rest = step.groups.filter(({ from }) => !from.some((value) => values.includes(value)))
    onChange({ ...step, groups: group ? [...rest, group] : rest })
  }
  return (
    <fieldset className="cleaning-list" data-testid="spellings">
      <legend>{t('cleaning.spellings')}</legend>
      <SegmentedControl
        fullWidth
        aria-label={t('cleaning.method')}
        value={method}
        data={CLUSTER_METHODS.map((each) => ({ value: each, label: t(`cleaning.methods.${each}`) }))}
        onChange={(value) => {
          setMethod(CLUSTER_METHODS.find((each) => each === value) ?? 'key')
        }}
      />
      {found.isFetching && <Loader size="sm" mt={12} aria-label={t('importing.reading')} />}
      {found.data && clusters.length === 0 && <p className="muted cleaning-none">{t('cleaning.noSpellings')}</p>}
      <ul className="cleaning-groups">
        {clusters.map((cluster) => (
          <ClusterRow
            key={cluster.values.map(({ value }) => value).join('\n')}
            cluster={cluster}
            group={step.groups.find(({ from }) => cluster.values.some(({ value }) => from.includes(value))) ?? null}
            onPut={put}
          />
        ))}
        {others.map((group) => (
          <ClusterRow
            key={group.from.join('\n')}
            cluster={{ to: group.to, values: group.from.map((value) => ({ value, count: 0 })) }}
            group={group}
            onPut={put}
          />
        ))}
      </ul>
    </fieldset>
  )
}

interface ClusterRowProps {
  cluster: SpellingCluster
  group: Group | null
  onPut: (values: readonly string[], group: Group | null) => void
}

function ClusterRow({ cluster, group, onPut }: ClusterRowProps): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [name, setName] = useState(group?.to ?? cluster.to)
  const values = cluster.values.map(({ value }) => value)
  const take = (to: string): void => {
    const from = values.filter((value) => value !== to)
    onPut(values, to.trim() === '' || from.length === 0 ? null : { to, from })
  }
  return (
    <li>
      <Checkbox
        checked={group !== null}
        aria-label={t('cleaning.takeGroup', { values: values.join(', '), name })}
        onChange={(event) => {
          if (event.currentTarget.checked) take(name)
          else onPut(values, null)
        }}
      />
      <span className="cleaning-spellings">
        {cluster.values.map(({ value, count }) => (
          <span key={value}>
            {value} {count > 0 && <span className="faint">{formats.count(count)}</span>}
          </span>
        ))}
      </span>
      <span aria-hidden>→</span>
      <TextInput
        size="xs"
        aria-label={t('cleaning.groupName', { values: values.join(', ') })}
        value={name}
        onChange={(event) => {
          setName(event.currentTarget.value)
          if (group) take(event.currentTarget.value)
        }}
      />
    </li>
  )
}
