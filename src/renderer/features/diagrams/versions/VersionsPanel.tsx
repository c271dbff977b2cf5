import { ActionIcon, Button, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { IconTrash } from '@tabler/icons-react'
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DiagramVersion } from '../../../../shared/contract/diagrams.ts'
import { Answer } from '../../../api/Answer.tsx'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { useHideText, useTextMask } from '../../../stores/hidden-texts.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { tellMoment } from '../list/tell-when.ts'
import { DiagramPicture } from '../list/DiagramPicture.tsx'
import { useCanWrite } from '../list/use-can-write.ts'
import { hideItems } from '../store/mask-items.ts'
import { useDiagram, useDiagramStore } from '../store/use-diagram.ts'
import { compareContents, DIFFERENCES } from './compare-contents.ts'
import './versions.css'

/** What the diagram was at times before: saved, looked at, compared with now, restored. */
export function VersionsPanel({
  diagramId,
  asked
}: {
  diagramId: number
  /** When it was asked for: then the focus goes into it. */ asked: number
}): ReactNode {
  const { t } = useTranslation()
  const versions = useQuery(orpc.diagrams.listVersions.queryOptions({ input: { id: diagramId } }))
  const canWrite = useCanWrite()
  const [openId, setOpenId] = useState<number | null>(null)
  const place = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const first = place.current?.querySelector<HTMLElement>('input') ?? place.current?.querySelector<HTMLElement>('h2')
    first?.focus()
  }, [asked])
  return (
    <div ref={place} className="versions" data-testid="versions">
      <header className="inspector-head">
        <h2 tabIndex={-1}>{t('diagrams.versions')}</h2>
      </header>
      {canWrite && <SaveForm diagramId={diagramId} />}
      <p className="inspector-quiet">{t('diagrams.versionsHelp')}</p>
      <Answer query={versions}>
        {(list) =>
          list.length === 0 ? (
            <p className="inspector-quiet">{t('diagrams.versionNone')}</p>
          ) : (
            <ul className="version-list">
              {list.map((version) => (
                <VersionRow
                  key={version.id}
                  version={version}
                  isOpen={version.id === openId}
                  onToggle={() => {
                    setOpenId(version.id === openId ? null : version.id)
                  }}
                />
              ))}
            </ul>
          )
        }
      </Answer>
    </div>
  )
}

const tellRefusal = (error: unknown): void => {
  notifyError(readError(error))
}

function SaveForm({ diagramId }: { diagramId: number }): ReactNode {
  const { t } = useTranslation()
  const store = useDiagramStore()
  const [name, setName] = useState('')
  const save = useMutation({
    mutationFn: async () => {
      // What is still on its way belongs to the version.
      await store.flush()
      return client.diagrams.saveVersion({ id: diagramId, name: name.trim() })
    },
    onSuccess: () => {
      notify(t('diagrams.versionSaved', { name: name.trim() }))
      setName('')
    },
    onError: tellRefusal
  })
  return (
    <form
      className="version-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (name.trim() !== '') save.mutate()
      }}
    >
      <TextInput
        label={t('diagrams.versionName')}
        value={name}
        maxLength={200}
        data-testid="version-name"
        onChange={({ currentTarget: { value } }) => {
          setName(value)
        }}
      />
      <Button type="submit" variant="default" disabled={name.trim() === ''} loading={save.isPending} data-testid="version-save">
        {t('diagrams.versionSave')}
      </Button>
    </form>
  )
}

function VersionRow({ version, isOpen, onToggle }: { version: DiagramVersion; isOpen: boolean; onToggle: () => void }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const hideText = useHideText()
  const when = tellMoment(version.madeAt, formats)
  const count = (what: 'shapes' | 'lines'): string =>
    t(`diagrams.${what}`, { count: version[what], formatted: formats.count(version[what]) })
  return (
    <li className="version" data-testid={`version-${String(version.id)}`}>
      <button type="button" className="version-head" aria-expanded={isOpen} onClick={onToggle}>
        <strong>{version.name === null ? t('diagrams.versionAuto') : hideText(version.name)}</strong>{' '}
        <span className="faint">
          {when} · {count('shapes')} · {count('lines')}
        </span>
      </button>
      {isOpen && <OpenVersion version={version} when={when} />}
    </li>
  )
}

function OpenVersion({ version, when }: { version: DiagramVersion; when: string }): ReactNode {
  const { t } = useTranslation()
  const canWrite = useCanWrite()
  const store = useDiagramStore()
  const items = useDiagram((state) => state.items)
  const settings = useDiagram((state) => state.settings)
  const found = useQuery(orpc.diagrams.getVersion.queryOptions({ input: { versionId: version.id } }))
  const mask = useTextMask()
  const differences = useMemo(() => {
    if (!found.data) return undefined
    const { content } = found.data
    return compareContents({ items, settings }, mask ? { ...content, items: hideItems(content.items, mask) } : content)
  }, [found.data, items, settings, mask])
  const undo = {
    label: t('common.undo'),
    run: () => {
      client.workspace.undo().catch(tellRefusal)
    }
  }
  const restore = useMutation({
    mutationFn: async () => {
      await store.flush()
      await client.diagrams.restoreVersion({ versionId: version.id })
    },
    onSuccess: () => {
      notify(t('diagrams.versionRestored', { when }), undo)
    },
    onError: tellRefusal
  })
  const remove = useMutation({
    mutationFn: () => client.diagrams.deleteVersion({ versionId: version.id }),
    onSuccess: () => {
      notify(t('diagrams.versionDeleted'), undo)
    },
    onError: tellRefusal
  })
  return (
    <Answer query={found}>
      {({ content }) => (
        <div className="version-body">
          <DiagramPicture items={content.items} />
          {differences?.isSame === true && <p className="inspector-quiet">{t('diagrams.versionSame')}</p>}
          {differences?.isSame === false && (
            <div className="inspector-quiet" data-testid="version-diff">
              {t('diagrams.versionDiff')}
              <ul>
                {DIFFERENCES.filter((each) => differences.counts[each] > 0).map((each) => (
                  <li key={each}>{t(`diagrams.diff.${each}`, { count: differences.counts[each] })}</li>
                ))}
                {differences.isSettings && <li>{t('diagrams.diff.settings')}</li>}
              </ul>
            </div>
          )}
          {canWrite && (
            <footer>
              <Button
                size="xs"
                variant="default"
                disabled={differences?.isSame !== false}
                loading={restore.isPending}
                data-testid="version-restore"
                onClick={() => {
                  restore.mutate()
                }}
              >
                {t('diagrams.versionRestore')}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                size={30}
                aria-label={t('diagrams.versionDeleteOf', { name: version.name ?? when })}
                title={t('diagrams.versionDelete')}
                loading={remove.isPending}
                data-testid="version-delete"
                onClick={() => {
                  remove.mutate()
                }}
              >
                <IconTrash size={16} stroke={1.6} />
              </ActionIcon>
            </footer>
          )}
        </div>
      )}
    </Answer>
  )
}
