import { Button, Menu } from '@mantine/core'
import { IconChevronDown, IconClipboardText, IconFileExport, IconFileImport } from '@tabler/icons-react'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { listInReadingOrder } from '../../../../shared/diagrams/edits/reading-order.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { shell } from '../../../api/shell.ts'
import { runCommand } from '../../../stores/commands.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { useDiagramStore } from '../store/use-diagram.ts'
import { setChosen } from './exchange-store.ts'

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const
const COPIED = ['mermaid', 'drawio', 'canvas', 'json'] as const

/** Takes the open diagram out, as a file or as a text, and brings others in. Below `DiagramProvider`. */
export function ExchangeMenu(): ReactNode {
  const { t } = useTranslation()
  const copy = useCopyAs()
  const copyPlain = useCopyPlain()
  useTellChosen()
  return (
    <Menu position="bottom-start" shadow="md" withinPortal>
      <Menu.Target>
        <Button
          size="xs"
          variant="default"
          leftSection={<IconFileExport {...ICON} />}
          rightSection={<IconChevronDown size={14} stroke={1.8} />}
          data-testid="diagram-exchange"
        >
          {t('diagramExchange.menu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconFileExport {...ICON} />} data-testid="exchange-export" onClick={() => runCommand('diagram.export')}>
          {t('diagramExchange.export')}
        </Menu.Item>
        <Menu.Item leftSection={<IconFileImport {...ICON} />} data-testid="exchange-import" onClick={() => runCommand('diagram.import')}>
          {t('diagramExchange.import')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Label>{t('diagramExchange.copyAs')}</Menu.Label>
        <Menu.Item leftSection={<IconClipboardText {...ICON} />} data-testid="copy-as-plain" onClick={copyPlain}>
          {t('diagramExchange.plain')}
        </Menu.Item>
        {COPIED.map((format) => (
          <Menu.Item
            key={format}
            leftSection={<IconClipboardText {...ICON} />}
            data-testid={`copy-as-${format}`}
            onClick={() => {
              copy(format)
            }}
          >
            {t(`diagramExchange.kinds.${format}.name`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

/** Lets the dialog, which stands outside the diagram, know what is chosen in it. */
function useTellChosen(): void {
  const store = useDiagramStore()
  useEffect(() => {
    const tell = ({ selection }: { selection: ReadonlySet<string> }): void => {
      setChosen([...selection])
    }
    tell(store.getState())
    const stop = store.subscribe(tell)
    return () => {
      stop()
      setChosen([])
    }
  }, [store])
}

/** What the chosen shapes say, or all of them when none is, in the order they are read: for a message. */
function useCopyPlain(): () => void {
  const { t } = useTranslation()
  const store = useDiagramStore()
  return () => {
    const { items, selection } = store.getState()
    const shapes = listInReadingOrder(items)
    const chosen = shapes.filter(({ id }) => selection.has(id))
    const labels = (chosen.length > 0 ? chosen : shapes).map(({ label }) => label.trim()).filter((label) => label !== '')
    shell('copyText', { text: labels.join('\n') }).then(
      () => {
        notify(t('diagramExchange.plainCopied', { count: labels.length }))
      },
      (error: unknown) => {
        notifyError(readError(error))
      }
    )
  }
}

/** The diagram as text of another program, in the clipboard. */
function useCopyAs(): (format: (typeof COPIED)[number]) => void {
  const { t } = useTranslation()
  const { language } = useFormats()
  const store = useDiagramStore()
  return (format) => {
    const { items, settings, name } = store.getState()
    const work = async (): Promise<void> => {
      const content = { items: [...items.values()], settings: { language, ...settings } }
      const { text } = await client.diagrams.writeText({ content, format, name })
      await shell('copyText', { text })
      notify(t('diagramExchange.copied', { format: t(`diagramExchange.kinds.${format}.name`) }))
    }
    work().catch((error: unknown) => {
      notifyError(readError(error))
    })
  }
}
