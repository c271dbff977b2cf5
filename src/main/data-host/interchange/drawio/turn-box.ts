import { type CellStyle, readNumber } from './cell-style.ts'

export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** How far a cell is turned around its middle: 0 up to 360, clockwise. */
export const degreesOf = ({ values }: CellStyle): number => (((readNumber(values.get('rotation')) ?? 0) % 360) + 360) % 360

/** The upright box of a turned cell, and back: a quarter turn changes places of width and height, any other is left out. */
export function turnBox(box: Box, style: CellStyle): Box {
  if (degreesOf(style) % 180 !== 90) return box
  const { x, y, width, height } = box
  return { x: x + (width - height) / 2, y: y + (height - width) / 2, width: height, height: width }
}
