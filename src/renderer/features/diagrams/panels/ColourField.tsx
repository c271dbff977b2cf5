import { Popover, TextInput, UnstyledButton } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DrawnShapes } from '../../../ui/DrawnShapes.tsx'
import type { Common } from './change-items.ts'
import { nameOwnColour, OWN_COLOURS, readColour } from './colours.ts'

interface ColourFieldProps {
  label: string
  value: Common<string | undefined>
  /** What the kind has of its own. */
  usual: string | undefined
  /** Whether there may be none at all. */
  mayBeNone?: boolean
  /** Undefined: the kind's own again. */
  onChoose: (colour: string | undefined) => void
  testId: string
}

/** A colour: the app's own first, any other by its hex, none, or what the kind has of its own. */
export function ColourField({ label, value, usual, mayBeNone = false, onChoose, testId }: ColourFieldProps): ReactNode {
  const { t } = useTranslation()
  const [isOpen, setIsOpen] = useState(false)
  const nameColour = (hex: string): string => {
    const own = nameOwnColour(hex)
    return own === null ? hex.toUpperCase() : t(`diagrams.colours.${own}`)
  }
  const words = value.isMixed
    ? t('diagrams.mixed')
    : value.value === undefined
      ? t('diagrams.ownColour')
      : value.value === 'none'
        ? t('diagrams.noColour')
        : nameColour(value.value)
  const choose = (colour: string | undefined): void => {
    onChoose(colour)
    setIsOpen(false)
  }
  return (
    <div className="inspector-colour">
      <span className="inspector-label" aria-hidden>
        {label}
      </span>
      <Popover opened={isOpen} onChange={setIsOpen} position="bottom-end" shadow="md" withinPortal trapFocus returnFocus width={236}>
        <Popover.Target>
          <UnstyledButton
            className="colour-button"
            aria-label={`${label}: ${words}`}
            data-testid={testId}
            data-mixed={value.isMixed || undefined}
            onClick={() => {
              setIsOpen(!isOpen)
            }}
          >
            <Swatch colour={value.isMixed ? undefined : value.value} usual={value.isMixed ? undefined : usual} />
            <span>{words}</span>
            <IconChevronDown size={14} stroke={1.8} aria-hidden />
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown className="colour-list" aria-label={label}>
          <div className="colour-swatches" role="group" aria-label={t('diagrams.appColours')}>
            {OWN_COLOURS.map(({ name, hex }) => (
              <button
                key={hex}
                type="button"
                className="colour-swatch"
                style={{ background: hex }}
                aria-label={t(`diagrams.colours.${name}`)}
                title={t(`diagrams.colours.${name}`)}
                aria-pressed={value.value?.toLowerCase() === hex.toLowerCase()}
                data-testid={`${testId}-${name}`}
                onClick={() => {
                  choose(hex)
                }}
              />
            ))}
          </div>
          <HexField value={value.value} onChoose={choose} testId={`${testId}-hex`} />
          <div className="colour-others">
            <button
              type="button"
              className="link-button"
              onClick={() => {
                choose(undefined)
              }}
              data-testid={`${testId}-own`}
            >
              {t('diagrams.ownColour')}
            </button>
            {mayBeNone && (
              <button
                type="button"
                className="link-button"
                onClick={() => {
                  choose('none')
                }}
                data-testid={`${testId}-none`}
              >
                {t('diagrams.noColour')}
              </button>
            )}
          </div>
        </Popover.Dropdown>
      </Popover>
    </div>
  )
}

/** A chosen colour is the same in both themes; what a kind has of its own follows the theme, and is drawn as it is. */
function Swatch({ colour, usual }: { colour: string | undefined; usual: string | undefined }): ReactNode {
  if (colour === undefined && usual !== undefined && usual !== 'none')
    return (
      <svg className="colour-dot" width={16} height={16} aria-hidden>
        <DrawnShapes shapes={[{ kind: 'rect', x: 0, y: 0, width: 16, height: 16, radius: 5, fill: usual }]} />
      </svg>
    )
  const shown = colour ?? usual
  const isOne = shown !== undefined && shown !== 'none'
  const look = shown === 'none' ? ' colour-dot-none' : isOne ? '' : ' colour-dot-many'
  return <span className={`colour-dot${look}`} style={isOne ? { background: shown } : {}} aria-hidden />
}

/** Taken once it is a colour and left, or with Enter. */
function HexField(props: { value: string | undefined; onChoose: (colour: string) => void; testId: string }): ReactNode {
  const { value, onChoose, testId } = props
  const { t } = useTranslation()
  const [typed, setTyped] = useState(value === undefined || value === 'none' ? '' : value.toUpperCase())
  const read = readColour(typed)
  const take = (): void => {
    if (read !== null && read !== value?.toUpperCase()) onChoose(read)
  }
  return (
    <TextInput
      size="xs"
      label={t('diagrams.hex')}
      placeholder="#0F6B6B"
      value={typed}
      maxLength={9}
      error={typed !== '' && read === null ? t('diagrams.hexWrong') : undefined}
      data-testid={testId}
      onChange={({ currentTarget: { value: next } }) => {
        setTyped(next)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') take()
      }}
      onBlur={take}
    />
  )
}
