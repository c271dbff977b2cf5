export { ModelCanvas } from './ModelCanvas.tsx'
export { ElementPanel } from './ElementPanel.tsx'
export { ModelThumbnail } from './ModelThumbnail.tsx'
export { walkModel } from './start-walk.ts'
