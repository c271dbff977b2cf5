/** What the canvas is for now: to look at and travel, or to edit. */
export type CanvasMode = 'explore' | 'edit'
