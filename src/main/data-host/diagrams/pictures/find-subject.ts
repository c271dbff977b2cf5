import type { z } from 'zod'
import type { DiagramSubject } from '../../../../shared/contract/diagrams.ts'
import type { DiagramContent } from '../../../../shared/diagrams/diagram.ts'
import { drawModel } from '../../../../shared/diagrams/draw-model.ts'
import { changeTexts, readTexts } from '../../../../shared/diagrams/item-texts.ts'
import { CauceError } from '../../../../shared/domain/errors.ts'
import type { Language } from '../../../../shared/domain/text.ts'
import { viewModel } from '../../../../shared/models/apply-variant.ts'
import type { HostContext } from '../../context.ts'
import { findAnyModel } from '../../models/workspace-models.ts'
import { hideNames } from '../../repositories/names/hide-names.ts'
import { readDiagramContent, readDiagramEntry } from '../../repositories/diagrams.ts'

export type Subject = z.infer<typeof DiagramSubject>

/** What is to be written or drawn, with its name. Throws `not-found`. */
export function findSubject(context: HostContext, subject: Subject, language: Language): { name: string; content: DiagramContent } {
  if ('modelId' in subject) {
    const { view } = viewModel(findAnyModel(context, subject.modelId), subject.view)
    return { name: view.name[language], content: drawModel(view, language) }
  }
  const { read } = context.workspace()
  const entry = readDiagramEntry(read, subject.id)
  if (!entry) throw new CauceError('not-found')
  return { name: entry.name, content: readDiagramContent(read, subject.id) }
}

/** The same without the names of customers somebody wrote in it, where identities are hidden or `isMasked` asks for it. */
export async function findShownSubject(
  context: HostContext,
  { subject, language, isMasked }: { subject: Subject; language: Language; isMasked: boolean }
): Promise<{ name: string; content: DiagramContent }> {
  const found = findSubject(context, subject, language)
  if (!(isMasked || context.mask.isOn) || !context.current) return found
  const { name, content } = found
  const hidden = await hideNames(context.current, [name, ...content.items.flatMap((item) => [...readTexts(item).values()])], language)
  const hide = (text: string): string => hidden.get(text)?.shown ?? text
  return { name: hide(name), content: { ...content, items: content.items.map((item) => changeTexts(item, hide)) } }
}
