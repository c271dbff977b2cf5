import { SegmentedControl } from '@mantine/core'
import { IconShieldLock } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { WorkspaceState } from '../../../shared/contract/workspace.ts'
import { goToImport } from '../../stores/route.ts'
import { EmptyPage } from '../../ui/EmptyState.tsx'
import { ConsentRegister } from './ConsentRegister.tsx'
import { ErasuresSection } from './ErasuresSection.tsx'
import { PersonSection } from './PersonSection.tsx'
import { RetentionSection } from './RetentionSection.tsx'
import { TrainingCard } from './TrainingCard.tsx'
import './privacy.css'

const SECTIONS = ['consents', 'person', 'retention', 'erased', 'training'] as const
type Section = (typeof SECTIONS)[number]

/** Consents, a person's rights, retention, the ledger of erasures, and copies without anybody real. */
export function PrivacyPage({ workspace }: { workspace: WorkspaceState }): ReactNode {
  const { t } = useTranslation()
  const [section, setSection] = useState<Section>('consents')
  if (workspace.counts.customers === 0)
    return <EmptyPage icon={<IconShieldLock size={40} stroke={1.2} />} area="privacy" onImport={goToImport} />
  return (
    <div className="page privacy-page" data-testid="privacy">
      <p className="privacy-lead">{t('privacy.lead')}</p>
      <SegmentedControl
        value={section}
        onChange={(value) => {
          setSection(SECTIONS.find((each) => each === value) ?? 'consents')
        }}
        data={SECTIONS.map((value) => ({ value, label: t(`privacy.sections.${value}`) }))}
        aria-label={t('privacy.sections.label')}
        className="privacy-sections"
        data-testid="privacy-sections"
      />
      {section === 'consents' && <ConsentRegister />}
      {section === 'person' && <PersonSection />}
      {section === 'retention' && <RetentionSection />}
      {section === 'erased' && <ErasuresSection />}
      {section === 'training' && <TrainingCard />}
    </div>
  )
}
