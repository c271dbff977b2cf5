import type { Language } from '../domain/text.ts'
import type { Shape } from '../models/diagram-shapes.ts'
import type { Box } from '../models/geometry.ts'
import type { DiagramShape } from './diagram.ts'
import type { Colours } from './draw-colours.ts'
import type { Paint, Room } from './draw-forms.ts'
import type { TextLook } from './draw-text.ts'
import type { ShapeLook } from './shape-kinds.ts'

/** A shape with everything decided that its drawing needs. */
export interface Drawing {
  readonly shape: DiagramShape
  readonly look: ShapeLook
  readonly box: Box
  readonly colours: Colours
  readonly paint: Paint
  /** The form itself, and the room in it that nothing else needs. */
  readonly outline: readonly Shape[]
  readonly room: Room
  readonly text: TextLook
  readonly language: Language
}
