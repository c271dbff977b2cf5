/** What the palette hands over when a shape is dragged from it: the kind of the shape, as text. */
export const SHAPE_DRAG_TYPE = 'application/x-cauce-shape'
