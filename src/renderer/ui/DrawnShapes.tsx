import { Fragment, memo, type ReactNode } from 'react'
import type { Shape } from '../../shared/models/diagram-shapes.ts'
import { pageOf, themeOf } from './drawn-inks.ts'

/** Shapes of a drawing as SVG in the colours of the theme. */
export const DrawnShapes = memo(function DrawnShapes({ shapes }: { shapes: readonly Shape[] }): ReactNode {
  return shapes.map((shape, index) => (
    // Words that stand in pieces, one a line, are read as words: the space is not drawn.
    <Fragment key={index}>
      {shape.kind === 'text' && ' '}
      <DrawnShape shape={shape} />
    </Fragment>
  ))
})

function DrawnShape({ shape }: { shape: Shape }): ReactNode {
  switch (shape.kind) {
    case 'rect': {
      const { x, y, width, height, radius, fill, stroke, weight, dash, outline, onPage } = shape
      const inkOf = onPage ? pageOf : themeOf
      return (
        <rect
          className={outline ? 'node-outline' : undefined}
          {...{ x, y, width, height }}
          rx={radius}
          style={{ fill: inkOf(fill), stroke: stroke ? inkOf(stroke) : undefined, strokeWidth: weight, strokeDasharray: dash }}
        />
      )
    }
    case 'path': {
      const { d, fill, stroke, weight, dash, outline, at, onPage } = shape
      const inkOf = onPage ? pageOf : themeOf
      return (
        <path
          className={outline ? 'node-outline' : undefined}
          d={d}
          transform={at ? `translate(${at.x} ${at.y}) scale(${at.scale})` : undefined}
          strokeLinecap="round"
          strokeLinejoin="round"
          style={{
            fill: fill === 'none' ? 'none' : inkOf(fill),
            stroke: stroke ? inkOf(stroke) : undefined,
            strokeWidth: weight,
            strokeDasharray: dash
          }}
        />
      )
    }
    case 'image': {
      const { x, y, width, height, href } = shape
      return <image {...{ x, y, width, height, href }} />
    }
    case 'text': {
      const { x, y, text, size, fill, anchor, face = 'regular', isItalic, onPage, turn, part } = shape
      return (
        <text
          className={`drawn-text drawn-${face}`}
          {...{ x, y }}
          fontSize={size}
          textAnchor={anchor}
          transform={turn ? `rotate(${turn} ${x} ${y})` : undefined}
          style={{ fill: (onPage ? pageOf : themeOf)(fill), fontStyle: isItalic ? 'italic' : undefined }}
          data-part={part}
        >
          {text}
        </text>
      )
    }
  }
}
