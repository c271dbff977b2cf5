import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { DiagramContent, isAttached, isLine, isShape, type DiagramItem } from '../../../../shared/diagrams/diagram.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { shell } from '../../../api/shell.ts'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, notifyError } from '../../../ui/notify.tsx'
import { useDiagramStore } from '../store/use-diagram.ts'
import type { CanvasActions } from './actions.ts'
import { readImage } from './read-image.ts'

/** As our own files begin: what is copied can be kept in one, and read from one. */
const HEAD = { format: 'cauce-diagram', version: 1 }

/** Copied items as text; what they pointed at outside of the copy is left out, so that it stands by itself. */
function writeCopied(items: readonly DiagramItem[]): string {
  const ids = new Set(items.map(({ id }) => id))
  const own = items.map((item): DiagramItem => {
    if (isLine(item)) return item
    const { parentId, ...free } = item
    return parentId !== undefined && ids.has(parentId) ? item : free
  })
  const content: DiagramContent = { settings: { hasGrid: true, doesSnap: true }, items: own }
  return JSON.stringify({ ...HEAD, ...content })
}

/** Our own text as items; null when it is something else, or points at what it doesn't hold. */
function readCopied(text: string): DiagramItem[] | null {
  if (!text.includes(HEAD.format)) return null
  try {
    const found = DiagramContent.safeParse(JSON.parse(text))
    if (!found.success) return null
    const shapes = new Set(found.data.items.filter(isShape).map(({ id }) => id))
    const isWhole = found.data.items.every((item) =>
      isShape(item)
        ? item.parentId === undefined || shapes.has(item.parentId)
        : [item.from, item.to].every((end) => !isAttached(end) || shapes.has(end.shapeId))
    )
    return isWhole ? found.data.items : null
  } catch {
    return null // not our text after all
  }
}

const isField = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || target.closest('input, textarea, [role=dialog]') !== null)
/** Text of the page that is marked is what the person wants to copy. */
const hasMarkedText = (): boolean => window.getSelection()?.isCollapsed === false

/** Copies what is chosen as text of the system's clipboard, for the menu. */
export async function copyChosen(actions: CanvasActions): Promise<void> {
  await shell('copyText', { text: writeCopied(actions.copyChosen()) })
}

/** Cut, copy and paste as the system asks for them, from keys and menu alike; text fields keep their own. */
export function useClipboard(actions: CanvasActions, isOn: boolean): void {
  const { t } = useTranslation()
  const { language } = useFormats()
  const store = useDiagramStore()
  useEffect(() => {
    const onCopy = (event: ClipboardEvent): void => {
      if (isField(event.target) || hasMarkedText() || store.getState().selection.size === 0) return
      const copied = actions.copyChosen()
      event.clipboardData?.setData('text/plain', writeCopied(copied))
      event.preventDefault()
      if (event.type === 'cut' && isOn) actions.remove('cut')
      else actions.announce(t('diagramCanvas.said.copiedToClipboard', { count: copied.length }))
    }
    const pasteText = async (text: string): Promise<void> => {
      const own = readCopied(text)
      if (own) {
        actions.pasteCopied(own)
        return
      }
      try {
        const read = await client.diagrams.readText({ text, language })
        if (!read) actions.pasteLines(text)
        else {
          actions.pasteCopied(read.content.items)
          for (const note of read.notes) notify(note[language])
        }
      } catch (error) {
        notifyError(readError(error))
      }
    }
    const onPaste = (event: ClipboardEvent): void => {
      if (!isOn || isField(event.target) || !event.clipboardData) return
      const image = [...event.clipboardData.files].find(({ type }) => type.startsWith('image/'))
      const text = event.clipboardData.getData('text/plain')
      if (!image && text.trim() === '') return
      event.preventDefault()
      if (text.trim() === '' && image)
        void readImage(image).then((found) => {
          if (found) actions.pasteImage(found.data, found.size)
          else notify(t('diagramCanvas.imageRefused'))
        })
      else void pasteText(text)
    }
    document.addEventListener('copy', onCopy)
    document.addEventListener('cut', onCopy)
    document.addEventListener('paste', onPaste)
    return () => {
      document.removeEventListener('copy', onCopy)
      document.removeEventListener('cut', onCopy)
      document.removeEventListener('paste', onPaste)
    }
  }, [actions, isOn, language, store, t])
}
