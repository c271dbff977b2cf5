import { Spotlight, spotlight, type SpotlightActionData, type SpotlightActionGroupData } from '@mantine/spotlight'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { IconSearch } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { COMMANDS } from '../../shared/commands.ts'
import { orpc } from '../api/client.ts'
import { useWorkspace } from '../api/workspace.ts'
import { useModels } from '../api/models.ts'
import { runCommand, useCommands } from '../stores/commands.ts'
import { useEnvironment } from '../stores/environment.ts'
import { navigate } from '../stores/route.ts'
import { filterPalette } from './palette-filter.ts'
import { formatAccelerator } from '../ui/accelerator.ts'
import { useFormats } from '../ui/formats.tsx'
import { useHideText } from '../stores/hidden-texts.ts'
import { useMasked } from '../stores/mask.ts'

const FOUND = 6

/** Ctrl/Cmd+K: every place and action of the command table, and the workspace's customers, segments and model elements. */
export function Palette(): ReactNode {
  const { t } = useTranslation()
  const [query, setQuery] = useState('')
  const commands = useCommandActions()
  const found = useFoundActions(query.trim())
  const groups: SpotlightActionGroupData[] = [...found, { group: t('frame.palette.commands'), actions: commands }]
  return (
    <Spotlight
      actions={groups}
      query={query}
      onQueryChange={setQuery}
      filter={filterPalette}
      shortcut={null}
      scrollable
      maxHeight={420}
      highlightQuery
      attributes={{ content: { 'aria-label': t('menu.view.palette') } }}
      nothingFound={t('frame.palette.nothing')}
      searchProps={{
        leftSection: <IconSearch size={18} stroke={1.6} />,
        placeholder: t('frame.search'),
        'aria-label': t('frame.search')
      }}
    />
  )
}

export const openPalette = (): void => {
  spotlight.open()
}

function useCommandActions(): SpotlightActionData[] {
  const { t } = useTranslation()
  const handlers = useCommands((store) => store.handlers)
  const platform = useEnvironment(({ environment }) => environment?.platform ?? '')
  return COMMANDS.filter(({ id }) => id !== 'view.palette' && (handlers[id]?.length ?? 0) > 0).map((command) => ({
    id: command.id,
    label: t(command.messageKey),
    rightSection: 'accelerator' in command ? <kbd>{formatAccelerator(command.accelerator, platform)}</kbd> : null,
    onClick: () => runCommand(command.id)
  }))
}

/** What the workspace holds that the query names. Customers are searched by the host; the rest is small enough to filter here. */
function useFoundActions(query: string): SpotlightActionGroupData[] {
  const { t } = useTranslation()
  const formats = useFormats()
  const workspace = useWorkspace()
  const isSearching = query.length >= 2 && workspace !== null && workspace !== undefined
  const customers = useQuery(
    orpc.customers.listCustomers.queryOptions({
      input: { offset: 0, limit: FOUND, filter: { search: query }, sort: { by: 'revenue', descending: true } },
      enabled: isSearching,
      placeholderData: keepPreviousData
    })
  )
  const segments = useQuery(orpc.segments.listSegments.queryOptions({ enabled: isSearching }))
  const models = useModels({ enabled: isSearching })
  const diagrams = useQuery(orpc.diagrams.listDiagrams.queryOptions({ enabled: isSearching }))
  const masked = useMasked()
  const hideText = useHideText()
  if (!isSearching) return []
  return [
    {
      group: t('frame.palette.customers'),
      actions: (customers.data?.rows ?? []).map((row) => ({
        id: `customer-${row.id}`,
        label: masked.name(row.id, row.name),
        keywords: query,
        description: [row.city, masked.hide(row.email)].filter(Boolean).join(' · '),
        onClick: () => {
          navigate({ screen: 'customers', customerId: row.id })
        }
      }))
    },
    {
      group: t('frame.palette.segments'),
      actions: (segments.data ?? []).map((segment) => ({
        id: `segment-${segment.id}`,
        label: formats.text(segment.name),
        onClick: () => {
          navigate({ screen: 'segments', view: 'segment', segmentId: segment.id })
        }
      }))
    },
    {
      group: t('frame.palette.diagrams'),
      actions: (diagrams.data ?? []).map((diagram) => ({
        id: `diagram-${diagram.id}`,
        label: hideText(diagram.name),
        onClick: () => {
          navigate({ screen: 'diagrams', diagramId: diagram.id })
        }
      }))
    },
    {
      group: t('assessment.title'),
      actions: (models.data?.models ?? []).map((model) => ({
        id: `assessment-${model.id}`,
        label: t('assessment.palette', { model: formats.text(model.name) }),
        onClick: () => {
          navigate({ screen: 'assessment', modelId: model.id })
        }
      }))
    },
    {
      group: t('frame.palette.elements'),
      actions: (models.data?.models ?? []).flatMap((model) =>
        model.elements
          .filter((element) => model.walk.includes(element.id))
          .map((element) => ({
            id: `element-${model.id}-${element.id}`,
            label: formats.text(element.name),
            description: formats.text(model.name),
            onClick: () => {
              navigate({ screen: 'models', modelId: model.id, elementId: element.id })
            }
          }))
      )
    }
  ]
}
