import { ActionIcon, Button, SegmentedControl } from '@mantine/core'
import { IconFolderOpen, IconMoon, IconPlus, IconSun, IconX } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RecentWorkspace } from '../../../shared/contract/shell.ts'
import type { Sample } from '../../../shared/contract/workspace.ts'
import { Answer } from '../../api/Answer.tsx'
import { orpc } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { newWorkspace, openWorkspace } from '../../api/workspace-files.ts'
import { runCommand } from '../../stores/commands.ts'
import { isDark, setLanguage, useEnvironment } from '../../stores/environment.ts'
import { Caption, Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { Mark } from '../../ui/Mark.tsx'
import { notifyError } from '../../ui/notify.tsx'
import { StatePill } from '../../ui/StatePill.tsx'
import './start.css'

/** No workspace is open: make one, open one, or try a sample. */
export function StartPage(): ReactNode {
  const { t } = useTranslation()
  return (
    <div className="start" data-testid="screen-start">
      <div className="start-head">
        <div className="rail-mark" aria-hidden>
          <Mark size={28} />
        </div>
        <h1>Cauce</h1>
      </div>
      <p className="start-tagline">{t('start.tagline')}</p>
      <div className="start-actions">
        <Button size="md" leftSection={<IconPlus size={18} />} onClick={() => runCommand('workspace.new')} data-testid="start-new">
          {t('start.new')}
        </Button>
        <Button
          size="md"
          variant="default"
          leftSection={<IconFolderOpen size={18} stroke={1.6} />}
          onClick={() => runCommand('workspace.open')}
          data-testid="start-open"
        >
          {t('start.open')}
        </Button>
      </div>
      <div className="start-grid">
        <Samples />
        <Recent />
      </div>
      <Foot />
    </div>
  )
}

function attempt(work: Promise<unknown>): void {
  work.catch((error: unknown) => {
    notifyError(readError(error))
  })
}

function Samples(): ReactNode {
  const { t } = useTranslation()
  const samples = useQuery(orpc.workspace.listSamples.queryOptions())
  return (
    <Card className="card-roomy start-sample">
      <Caption>{t('start.sampleTitle')}</Caption>
      <Answer query={samples}>{(list) => list.map((sample) => <SampleOffer key={sample.id} sample={sample} />)}</Answer>
    </Card>
  )
}

function SampleOffer({ sample }: { sample: Sample }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  return (
    <div>
      <h3>{formats.text(sample.name)}</h3>
      <p>{formats.text(sample.story)}</p>
      <p className="start-facts">
        {t('start.sampleFacts', { customers: formats.count(sample.customers), orders: formats.count(sample.orders) })}
      </p>
      <Button
        variant="light"
        data-testid={`start-sample-${sample.id}`}
        onClick={() => {
          attempt(newWorkspace({ sampleId: sample.id }))
        }}
      >
        {t('start.openSample')}
      </Button>
    </div>
  )
}

function Recent(): ReactNode {
  const { t } = useTranslation()
  const recent = useQuery({ queryKey: ['recent'], queryFn: () => shell('listRecent', null) })
  return (
    <Card className="card-roomy start-recent">
      <Caption>{t('start.recent')}</Caption>
      <Answer query={recent}>
        {(list) =>
          list.length === 0 ? (
            <p className="muted">{t('start.noRecent')}</p>
          ) : (
            <ul>
              {list.slice(0, 8).map((entry) => (
                <RecentEntry key={entry.id} entry={entry} />
              ))}
            </ul>
          )
        }
      </Answer>
    </Card>
  )
}

function RecentEntry({ entry }: { entry: RecentWorkspace }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const queries = useQueryClient()
  const forget = async (): Promise<void> => {
    queries.setQueryData(['recent'], await shell('forgetRecent', { id: entry.id }))
  }
  return (
    <li>
      <button
        type="button"
        className="start-recent-open"
        disabled={entry.missing}
        data-testid="recent-item"
        onClick={() => {
          attempt(openWorkspace({ recentId: entry.id }))
        }}
      >
        <strong>{entry.name}</strong>
        <span>
          {entry.folder} · {formats.date(entry.openedAt)}
        </span>
      </button>
      {entry.missing && <StatePill tone="missing">{t('start.missing')}</StatePill>}
      <ActionIcon variant="subtle" color="gray" aria-label={t('start.forget', { name: entry.name })} onClick={() => void forget()}>
        <IconX size={16} />
      </ActionIcon>
    </li>
  )
}

function Foot(): ReactNode {
  const { t } = useTranslation()
  const environment = useEnvironment((store) => store.environment)
  if (!environment) return null
  return (
    <div className="start-foot">
      <span>{t('start.drop')}</span>
      <div style={{ display: 'flex', gap: 8, alignItems: 'center' }}>
        <SegmentedControl
          size="xs"
          aria-label={t('start.language')}
          value={environment.language}
          onChange={(language) => void setLanguage(language === 'es' ? 'es' : 'en')}
          data={[
            { value: 'es', label: 'Español' },
            { value: 'en', label: 'English' }
          ]}
        />
        <ActionIcon variant="default" size="lg" aria-label={t('start.theme')} onClick={() => runCommand('view.theme')}>
          {isDark(environment) ? <IconSun size={16} /> : <IconMoon size={16} />}
        </ActionIcon>
      </div>
    </div>
  )
}
