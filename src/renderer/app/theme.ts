import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core'

const TEAL: MantineColorsTuple = [
  '#e2f0ee',
  '#c9e4e0',
  '#a3d0ca',
  '#78b9b2',
  '#4fb3ac',
  '#2f9089',
  '#0f6b6b',
  '#0a5555',
  '#0a4f50',
  '#073a3b'
]

/** The kit's greys of the dark theme, in the tint of the app's. */
const NIGHT: MantineColorsTuple = [
  '#e8eeec',
  '#c3cfd0',
  '#a3b0b3',
  '#8a989d',
  '#3a484c',
  '#2f3c40',
  '#1d292c',
  '#172124',
  '#10191b',
  '#0b1214'
]

/** The kit in the app's clothes. Colours themselves come from `tokens.css`, so that both themes have one source. */
export const theme = createTheme({
  colors: { teal: TEAL, dark: NIGHT },
  primaryColor: 'teal',
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  fontFamily: 'var(--font)',
  headings: { fontFamily: 'var(--font-title)', fontWeight: '500' },
  defaultRadius: 8,
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'sm', variant: 'filled' }, styles: { label: { fontWeight: 500 } } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.35 } } },
    // An empty focusable element of the kit in every menu, which screen readers would announce.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Tooltip: { defaultProps: { withArrow: true, openDelay: 300 } },
    InputWrapper: { defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] } },
    Select: { defaultProps: { size: 'sm', checkIconPosition: 'right' } },
    TextInput: { defaultProps: { size: 'sm' } },
    NumberInput: { defaultProps: { size: 'sm' } },
    Table: { defaultProps: { verticalSpacing: 6, horizontalSpacing: 12 } }
  }
})

const fromTokens = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--faint)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line)',
  '--mantine-color-default-hover': 'var(--paper)',
  '--mantine-color-anchor': 'var(--accent-ink)',
  '--mantine-color-error': 'var(--danger)',
  '--mantine-color-teal-filled': 'var(--accent)',
  '--mantine-color-teal-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent-ink)',
  '--mantine-color-teal-light': 'var(--accent-soft)',
  '--mantine-color-teal-light-color': 'var(--accent-ink)',
  '--mantine-color-teal-light-hover': 'var(--accent-soft)'
}
export const variables: CSSVariablesResolver = () => ({ variables: {}, light: fromTokens, dark: fromTokens })
