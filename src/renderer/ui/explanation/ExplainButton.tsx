import { Popover } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import './explanation.css'

interface ExplainButtonProps {
  /** What the figure is called. */
  name: string
  /** In words beside the sign; without them, the sign alone. */
  words?: string
  /** The explanation, drawn (and asked for) only while it is open. */
  children: (close: () => void) => ReactNode
  'data-testid'?: string
}

/** However little room there is below or above, the whole of it stands in the window. */
const INSIDE = { flip: true, shift: { crossAxis: true, padding: 12 } }

/**
 * The small sign beside a number that opens its explanation. Escape, a click elsewhere and the cross close it; the keyboard
 * goes back to the sign. Features use `ExplainFigure`, `ExplainMetric`, `ExplainKpi` or `ExplainSegment` of `renderer/api`.
 */
export function ExplainButton({ name, words, children, ...rest }: ExplainButtonProps): ReactNode {
  const { t } = useTranslation()
  const [opened, { toggle, close }] = useDisclosure()
  const label = t('explanation.of', { name })
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-start"
      width={400}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal
      middlewares={INSIDE}
    >
      <Popover.Target>
        <button
          type="button"
          className={words === undefined ? 'explain-button' : 'explain-button explain-worded'}
          aria-label={words === undefined ? label : `${words}: ${label}`}
          title={label}
          onClick={(event) => {
            // The sign may stand in a row that leads somewhere itself.
            event.stopPropagation()
            toggle()
          }}
          onKeyDown={(event) => {
            const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
            if (isPlain && (event.key === 'Enter' || event.key === ' ')) event.stopPropagation()
          }}
          {...rest}
        >
          <IconInfoCircle size={15} stroke={1.7} aria-hidden />
          {words}
        </button>
      </Popover.Target>
      <Popover.Dropdown
        className="explanation"
        aria-label={label}
        data-testid="explanation"
        onClick={(event) => {
          event.stopPropagation()
        }}
      >
        {opened && children(close)}
      </Popover.Dropdown>
    </Popover>
  )
}
