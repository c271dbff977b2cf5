export { ModelEditor } from './ModelEditor.tsx'
export { ModelDialogs } from './ModelDialogs.tsx'
export { DraftCards, ModelMenu, OwnModelCard } from './ModelMenu.tsx'
