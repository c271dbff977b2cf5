export { ModelEditor } from './ModelEditor.tsx'
export { ModelDialogs } from './ModelDialogs.tsx'
export { DraftCards, ModelButtons, ModelMenu } from './ModelMenu.tsx'
