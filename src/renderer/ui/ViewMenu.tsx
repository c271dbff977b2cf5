import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconChevronDown } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Model, ModelVariant } from '../../shared/models/model.ts'
import { useFormats } from './formats.tsx'
import './view-menu.css'

interface ViewMenuProps {
  model: Model
  chosen: ModelVariant | null
  onChoose: (viewId: string) => void
  testId?: string
}

/** Switches between the views of a model, each with a note on who says what. Nothing where there is only one. */
export function ViewMenu({ model, chosen, onChoose, testId = 'view-switch' }: ViewMenuProps): ReactNode {
  const { t } = useTranslation()
  const { text } = useFormats()
  if (!chosen || model.variants.length < 2) return null
  return (
    <Menu position="bottom-start" width={400} shadow="md" radius={10}>
      <Menu.Target>
        <UnstyledButton className="view-switch" data-testid={testId} title={text(chosen.note)}>
          {t('canvas.view', { name: text(chosen.name) })}
          <IconChevronDown size={14} stroke={1.8} aria-hidden />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        {model.variants.map((variant) => (
          <Menu.Item
            key={variant.id}
            onClick={() => {
              onChoose(variant.id)
            }}
            leftSection={<IconCheck size={16} stroke={2} className={variant === chosen ? undefined : 'view-unchosen'} aria-hidden />}
            aria-current={variant === chosen}
            data-testid={`view-${variant.id}`}
          >
            <span className="view-name">{text(variant.name)}</span>
            <span className="view-note">
              {text(variant.note)} {t(`canvas.source.${variant.source.charAt(0)}`)}.
            </span>
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
