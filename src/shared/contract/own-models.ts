import { z } from 'zod'
import { Language, Text } from '../domain/text.ts'
import { OwnModel } from '../models/own-model.ts'
import { FileToken, procedure } from './base.ts'

const ModelId = z.string().min(1).max(200)

/** An own model in a list. One that cannot be drawn yet (no element, or no walk) is in no other list of models. */
export const OwnModelEntry = z.object({
  id: z.string(),
  name: Text,
  elements: z.number().int(),
  isDrawable: z.boolean(),
  updatedAt: z.string()
})
export type OwnModelEntry = z.infer<typeof OwnModelEntry>

/** Which definition it is: `revision` goes up with every change of the workspace, `updatedAt` only with the model's own. */
const OwnModelVersion = z.object({ updatedAt: z.string(), revision: z.number().int() })
export type OwnModelVersion = z.infer<typeof OwnModelVersion>

/** What saving came to: refused, with every reason and nothing changed; or saved, with what is still to be filled in. */
export const SaveOutcome = z.discriminatedUnion('outcome', [
  OwnModelVersion.extend({ outcome: z.literal('saved'), unfinished: z.array(Text) }),
  z.object({ outcome: z.literal('refused'), problems: z.array(Text) })
])
export type SaveOutcome = z.infer<typeof SaveOutcome>

/**
 * imported: `reworded` elements lost the mark of their source, because they no longer say what the app's model says.
 * clash: a model with that id is there; `canReplace` unless it is one of the app's own five. Nothing was changed.
 */
export const ImportModelOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('imported'), id: z.string(), name: Text, unfinished: z.array(Text), reworded: z.number().int() }),
  z.object({ outcome: z.literal('clash'), id: z.string(), name: Text, canReplace: z.boolean(), newId: z.string() }),
  z.object({ outcome: z.literal('refused'), problems: z.array(Text) })
])
export type ImportModelOutcome = z.infer<typeof ImportModelOutcome>

/** Models a person makes in the workspace: the format of the model files, one row each. */
export const ownModels = {
  listOwnModels: procedure.output(z.array(OwnModelEntry)),
  /** The definition as it is stored; `not-found` for a model of the app. */
  getOwnModel: procedure.input(z.object({ id: ModelId })).output(OwnModelVersion.extend({ definition: OwnModel })),
  /** A blank model, or a copy of any other. The name in one language stands for both while the other is empty. */
  createOwnModel: procedure
    .input(z.object({ from: ModelId.nullable(), name: z.object({ en: z.string().max(200), es: z.string().max(200) }), language: Language }))
    .output(z.object({ id: z.string() })),
  /** The whole definition. Saves in a row with the same `edit` (what was being changed) are one step for undo. */
  saveOwnModel: procedure.input(z.object({ definition: z.unknown(), edit: z.string().max(300) })).output(SaveOutcome),
  /** What deleting it would leave behind. */
  describeDeletion: procedure
    .input(z.object({ id: ModelId }))
    .output(z.object({ walks: z.number().int(), actions: z.number().int(), links: z.number().int() })),
  /** The model goes; its walks and actions stay readable, and undo brings the model back. */
  deleteOwnModel: procedure.input(z.object({ id: ModelId })).output(z.null()),
  /** Reads a model file into the workspace. `ask`: an id that is taken changes nothing and comes back as `clash`. */
  importModel: procedure
    .input(z.object({ fileToken: FileToken, onClash: z.enum(['ask', 'replace', 'new-id']).default('ask') }))
    .output(ImportModelOutcome),
  /** Any model, the app's or an own one, as a model file. */
  exportModel: procedure.input(z.object({ id: ModelId, fileToken: FileToken })).output(z.object({ bytes: z.number().int() }))
}
