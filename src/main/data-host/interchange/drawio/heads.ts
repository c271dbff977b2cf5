import type { LineHead } from '../../../../shared/diagrams/diagram.ts'

/** Each head as draw.io names it, and whether it is filled. */
export const HEAD_STYLES: Readonly<Record<LineHead, readonly [name: string, isFilled: boolean]>> = {
  none: ['none', false],
  arrow: ['block', true],
  open: ['open', false],
  diamond: ['diamond', true],
  circle: ['oval', false],
  one: ['ERmandOne', false],
  many: ['ERmany', false],
  'zero-or-one': ['ERzeroToOne', false],
  'zero-or-many': ['ERzeroToMany', false],
  'one-or-many': ['ERoneToMany', false]
}

const READ: Readonly<Record<string, LineHead>> = {
  '': 'none',
  none: 'none',
  classic: 'arrow',
  classicthin: 'arrow',
  block: 'arrow',
  blockthin: 'arrow',
  async: 'arrow',
  doubleblock: 'arrow',
  open: 'open',
  openthin: 'open',
  openasync: 'open',
  halfcircle: 'circle',
  oval: 'circle',
  circle: 'circle',
  circleplus: 'circle',
  diamond: 'diamond',
  diamondthin: 'diamond',
  box: 'diamond',
  dash: 'one',
  cross: 'none',
  erone: 'one',
  ermandone: 'one',
  ermany: 'many',
  erzerotoone: 'zero-or-one',
  erzerotomany: 'zero-or-many',
  eronetomany: 'one-or-many',
  eronetoone: 'one'
}

/** The nearest head of ours; a name we don't know is an arrow. */
export const readHead = (name: string): LineHead => (Object.hasOwn(READ, name.toLowerCase()) ? READ[name.toLowerCase()] : null) ?? 'arrow'

const SAME =
  /^(none|classic|classicthin|block|blockthin|open|openthin|oval|diamond|diamondthin|er(one|mandone|many|zerotoone|zerotomany|onetomany))$/i
/** Whether the head of ours for a name looks the same. */
export const isSameHead = (name: string): boolean => SAME.test(name) || name === ''
