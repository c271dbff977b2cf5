import { Button, Menu } from '@mantine/core'
import { IconCheck, IconChevronUp } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Autosave } from '../../ui/autosave.ts'
import { SaveStatus } from './SaveStatus.tsx'

interface WalkFootProps {
  autosave: Autosave
  /** Null on the closing page, where nothing comes next. */
  nextName: string | null
  isAtClosing: boolean
  isFirst: boolean
  isMoving: boolean
  onBack: () => void
  onSkip: () => void
  onNext: () => void
  /** Where the model has no order: what may come next, to choose from. */
  choices: readonly { readonly id: string; readonly name: string; readonly isDone: boolean }[]
  onChoose: (elementId: string) => void
}

/** Always in sight: whether the text is kept, and the ways on. */
export function WalkFoot(props: WalkFootProps): ReactNode {
  const { autosave, nextName, isAtClosing, isFirst, isMoving, onBack, onSkip, onNext, choices, onChoose } = props
  const { t } = useTranslation()
  return (
    <footer className="walk-foot">
      <SaveStatus autosave={autosave} />
      <Button variant="default" onClick={onBack} disabled={isFirst || isMoving} data-testid="walk-back">
        {t('walk.back')}
      </Button>
      {!isAtClosing && (
        <>
          <Button variant="default" onClick={onSkip} disabled={isMoving} data-testid="walk-skip">
            {t('walk.skip')}
          </Button>
          {choices.length > 0 && (
            <Menu position="top-end" withinPortal>
              <Menu.Target>
                <Button
                  variant="default"
                  disabled={isMoving}
                  rightSection={<IconChevronUp size={15} stroke={1.8} />}
                  data-testid="walk-choose"
                >
                  {t('walk.chooseNext')}
                </Button>
              </Menu.Target>
              <Menu.Dropdown>
                {choices.map(({ id, name, isDone }) => (
                  <Menu.Item
                    key={id}
                    leftSection={
                      isDone ? <IconCheck size={15} stroke={2} aria-label={t('walk.status.done')} /> : <span className="walk-blank" />
                    }
                    onClick={() => {
                      onChoose(id)
                    }}
                    data-testid={`walk-choose-${id}`}
                  >
                    {name}
                  </Menu.Item>
                ))}
              </Menu.Dropdown>
            </Menu>
          )}
          <Button onClick={onNext} loading={isMoving} data-testid="walk-next">
            {nextName === null ? t('walk.toClosing') : t('walk.next', { name: nextName })}
          </Button>
        </>
      )}
    </footer>
  )
}
