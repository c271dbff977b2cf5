/** Where a presentation stands. Steps are counted from 0; `steps` of them. */
export interface Presenting {
  readonly step: number
  readonly steps: number
  /** The whole diagram is shown, the steps numbered: at the start, at the end and with Escape. */
  readonly isWhole: boolean
  /** Past the last step. */
  readonly isAtEnd: boolean
  readonly blank: 'black' | 'white' | null
  /** Digits typed so far: Enter goes to that step. */
  readonly typed: string
  readonly hasNotes: boolean
  readonly isLaser: boolean
  readonly isEditing: boolean
  readonly isOver: boolean
}

export type Deed =
  'next' | 'back' | 'first' | 'last' | 'whole' | 'escape' | 'black' | 'white' | 'laser' | 'notes' | 'edit' | 'enter' | 'leave'

/** The keys of a presentation; what a clicker sends is among them. */
export const PRESENT_KEYS: Readonly<Record<string, Deed>> = {
  PageDown: 'next',
  ArrowRight: 'next',
  ArrowDown: 'next',
  ' ': 'next',
  PageUp: 'back',
  ArrowLeft: 'back',
  ArrowUp: 'back',
  Backspace: 'back',
  Home: 'first',
  End: 'last',
  Escape: 'escape',
  b: 'black',
  '.': 'black',
  w: 'white',
  ',': 'white',
  l: 'laser',
  n: 'notes',
  e: 'edit',
  Enter: 'enter'
}

/** The start: the whole diagram, or right at one of its steps. */
export function beginPresenting(steps: number, at: number | null): Presenting {
  return {
    step: Math.max(0, Math.min(steps - 1, at ?? 0)),
    steps,
    isWhole: at === null || steps === 0,
    isAtEnd: false,
    blank: null,
    typed: '',
    hasNotes: false,
    isLaser: false,
    isEditing: false,
    isOver: false
  }
}

const goTo = (state: Presenting, step: number): Presenting =>
  state.steps === 0
    ? state
    : { ...state, step: Math.max(0, Math.min(state.steps - 1, step)), isWhole: false, isAtEnd: false, blank: null, typed: '' }

const goNext = (state: Presenting): Presenting => {
  if (state.blank !== null) return { ...state, blank: null }
  if (state.isAtEnd || state.steps === 0) return state
  if (state.isWhole) return goTo(state, state.step)
  return state.step === state.steps - 1 ? { ...state, isWhole: true, isAtEnd: true, typed: '' } : goTo(state, state.step + 1)
}

const goBack = (state: Presenting): Presenting => {
  if (state.blank !== null) return { ...state, blank: null }
  if (state.isWhole) return state.isAtEnd ? goTo(state, state.step) : state
  return state.step === 0 ? { ...state, isWhole: true, typed: '' } : goTo(state, state.step - 1)
}

/** One thing at a time, the nearest first: what is typed, a blank screen, the fields, the laser, the step; then the presentation. */
function escape(state: Presenting): Presenting {
  if (state.typed !== '') return { ...state, typed: '' }
  if (state.blank !== null) return { ...state, blank: null }
  if (state.isEditing) return { ...state, isEditing: false }
  if (state.isLaser) return { ...state, isLaser: false }
  if (!state.isWhole) return { ...state, isWhole: true }
  return { ...state, isOver: true }
}

const toggleBlank = (state: Presenting, blank: 'black' | 'white'): Presenting => ({ ...state, blank: state.blank === blank ? null : blank })

const DOING: Readonly<Record<Deed, (state: Presenting) => Presenting>> = {
  next: goNext,
  back: goBack,
  first: (state) => goTo(state, 0),
  last: (state) => goTo(state, state.steps - 1),
  whole: (state) => ({ ...state, isWhole: true, isEditing: false, blank: null, typed: '' }),
  escape,
  black: (state) => toggleBlank(state, 'black'),
  white: (state) => toggleBlank(state, 'white'),
  laser: (state) => ({ ...state, isLaser: !state.isLaser }),
  notes: (state) => ({ ...state, hasNotes: !state.hasNotes }),
  // The whole diagram has no step whose words could be changed.
  edit: (state) => (state.isWhole ? state : { ...state, isEditing: !state.isEditing }),
  enter: (state) => (state.typed === '' ? goNext(state) : goTo(state, Number(state.typed) - 1)),
  leave: (state) => ({ ...state, isOver: true })
}

/** What is meant by a deed, where the presentation stands. */
export const act = (state: Presenting, deed: Deed): Presenting => DOING[deed](state)
/** One more digit; numbers of steps have at most four. */
export const typeDigit = (state: Presenting, digit: string): Presenting => ({ ...state, typed: (state.typed + digit).slice(-4) })
/** A step chosen by hand. */
export const jumpTo = (state: Presenting, step: number): Presenting => goTo(state, step)
/** Steps came or went, while presenting: it stays at the step it was at, now the one numbered `at`. */
export const resize = (state: Presenting, steps: number, at: number): Presenting => ({
  ...state,
  steps,
  step: Math.max(0, Math.min(steps - 1, at)),
  isWhole: state.isWhole || steps === 0
})
