import type { ReactNode } from 'react'
import type { PickedFile } from '../../shared/contract/shell.ts'
import { CleaningCard } from '../features/cleaning/CleaningCard.tsx'
import { ImportPage } from '../features/imports/ImportPage.tsx'
import { useRoute } from '../stores/route.ts'

export function ImportScreen({ file }: { file?: PickedFile }): ReactNode {
  const kinds = useRoute(({ route }) => (route.screen === 'import' ? route.kinds : undefined))
  return <ImportPage {...(file ? { file } : {})} kinds={kinds ?? []} drawCleaning={(place) => <CleaningCard {...place} />} />
}
