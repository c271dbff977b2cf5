import { ActionIcon, Button, Menu } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { IconCopy, IconDots, IconFileExport, IconFileImport, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { useFormats } from '../../ui/formats.tsx'
import { useModelActions, type NamedModel } from './use-model-actions.ts'
import './model-editor.css'

const ICON = { size: 16, stroke: 1.6 }

/** What can be done with one model, on its card. Only own models are edited and deleted. */
export function ModelMenu({ model }: { model: NamedModel & { readonly own?: boolean | undefined } }): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const actions = useModelActions()
  const label = t('editor.menu', { name: text(model.name) })
  return (
    <Menu position="bottom-end" withinPortal>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={label} title={label} data-testid={`model-menu-${model.id}`}>
          <IconDots size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {model.own && (
          <Menu.Item
            leftSection={<IconPencil {...ICON} />}
            data-testid="menu-edit"
            onClick={() => {
              actions.edit(model)
            }}
          >
            {t('editor.editShort')}
          </Menu.Item>
        )}
        <Menu.Item
          leftSection={<IconCopy {...ICON} />}
          data-testid="menu-copy"
          onClick={() => {
            actions.copy(model)
          }}
        >
          {t('editor.copy')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconFileExport {...ICON} />}
          data-testid="menu-export"
          onClick={() => {
            actions.save(model)
          }}
        >
          {t('editor.export')}
        </Menu.Item>
        {model.own && (
          <Menu.Item
            leftSection={<IconTrash {...ICON} />}
            className="editor-menu-danger"
            data-testid="menu-delete"
            onClick={() => {
              actions.remove(model)
            }}
          >
            {t('editor.delete')}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  )
}

/** The gallery's last place: a model of one's own, blank or from a file. */
export function OwnModelCard(): ReactNode {
  const { t } = useTranslation()
  const actions = useModelActions()
  return (
    <section className="editor-own" aria-label={t('editor.ownTitle')}>
      <h3>{t('editor.ownTitle')}</h3>
      <p className="editor-quiet">{t('editor.ownText')}</p>
      <div className="editor-buttons">
        <Button size="xs" variant="default" leftSection={<IconPlus {...ICON} />} onClick={actions.makeNew} data-testid="new-model">
          {t('editor.new')}
        </Button>
        <Button size="xs" variant="default" leftSection={<IconFileImport {...ICON} />} onClick={actions.bringIn} data-testid="import-model">
          {t('editor.import')}
        </Button>
      </div>
    </section>
  )
}

/** Own models that cannot be drawn yet: the gallery shows them nowhere else. */
export function DraftCards(): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  const actions = useModelActions()
  const own = useQuery(orpc.ownModels.listOwnModels.queryOptions())
  const drafts = (own.data ?? []).filter(({ isDrawable }) => !isDrawable)
  if (drafts.length === 0) return null
  return (
    <section className="editor-drafts" aria-label={t('editor.drafts')}>
      <h2>{t('editor.drafts')}</h2>
      <p className="editor-quiet">{t('editor.draftsHelp')}</p>
      <div className="editor-draft-cards">
        {drafts.map((draft) => (
          <div key={draft.id} className="editor-draft">
            <Card
              data-testid={`draft-${draft.id}`}
              onClick={() => {
                actions.edit(draft)
              }}
            >
              <h3>{text(draft.name)}</h3>
              <span className="muted">{t('editor.elements', { count: draft.elements })}</span>
            </Card>
            <ModelMenu model={{ ...draft, own: true }} />
          </div>
        ))}
      </div>
    </section>
  )
}
