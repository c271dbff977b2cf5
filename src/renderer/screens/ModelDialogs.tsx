export { ModelDialogs } from '../features/model-editor/index.ts'
