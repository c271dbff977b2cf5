export { WalkScreen, type WalkDiagram } from './WalkScreen.tsx'
