import { useWorkspace } from '../../../api/workspace.ts'

/** Whether diagrams may be made and changed: not in a file that can only be read. */
export const useCanWrite = (): boolean => useWorkspace()?.readOnly !== true
