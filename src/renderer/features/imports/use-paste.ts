import { useEffect } from 'react'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { tokenForFile } from '../../api/shell.ts'
import { importFile } from '../../stores/route.ts'
import { notifyError } from '../../ui/notify.tsx'

/** Where somebody writes, pasting is theirs. */
const isWriting = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea, select'))

/** Ctrl+V anywhere on the screen reads in what was copied: a table's cells, or a file. `name`: what the pasted text is called. */
export function usePaste(name: string): void {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      if (isWriting(event.target) || !event.clipboardData) return
      const { files } = event.clipboardData
      const text = event.clipboardData.getData('text/plain')
      const [file] = files
      if (text.trim() === '' && !file) return
      event.preventDefault()
      void (text.trim() === '' && file ? tokenForFile(file) : client.imports.pasteText({ text, name }))
        .then(importFile)
        .catch((error: unknown) => {
          notifyError(readError(error))
        })
    }
    window.addEventListener('paste', onPaste)
    return () => {
      window.removeEventListener('paste', onPaste)
    }
  }, [name])
}
