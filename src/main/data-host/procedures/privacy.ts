import { maskName } from '../../../shared/i18n/mask.ts'
import type { Language } from '../../../shared/domain/text.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { atomicWrite } from '../../files/atomic-write.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { readSettings } from '../database/settings.ts'
import { openWorkspaceFile } from '../database/workspace-file.ts'
import { collectPerson, countHoldings } from '../privacy/collect-person.ts'
import { readAllConsents, readConsents } from '../privacy/consent-register.ts'
import { writeConsentsCsv } from '../privacy/consents-csv.ts'
import { erasePeople, leaveNoTrace } from '../privacy/erase-person.ts'
import { findErased, listErasures } from '../privacy/erasures.ts'
import { listDue, readRetention, RETENTION_KEY } from '../privacy/retention.ts'
import { writeTrainingCopy } from '../privacy/training-copy.ts'
import { composePerson, writePersonJson } from '../privacy/write-person.ts'
import { hideNames } from '../repositories/names/hide-names.ts'
import { embedFonts } from '../reports/embed-fonts.ts'
import { writeHtml } from '../reports/write-html.ts'
import { host } from './base.ts'

const DATA = ['customers', 'imports', 'segments', 'value', 'models', 'walks', 'plan', 'health', 'privacy'] as const

const today = (context: HostContext): string => context.now().toISOString().slice(0, 10)

/** What is handed to a person names them: not while identities are hidden, or the file would be worth nothing. */
function refuseMasked(context: HostContext): void {
  if (context.mask.isOn) throw new CauceError('identities-hidden')
}

function renderPerson(context: HostContext, id: number, language: Language): string {
  const { read } = context.workspace()
  const document = composePerson(collectPerson(read, id), {
    title: readSettings(read).title,
    at: context.now().toISOString(),
    language
  })
  return writeHtml(document, (words) => embedFonts(context.resourcesDir, words))
}

export const privacyProcedures = {
  setMask: host.privacy.setMask.handler(({ context, input }) => {
    context.mask.isOn = input.isOn
    return null
  }),

  hideTexts: host.privacy.hideTexts.handler(async ({ context, input: { texts, language } }) => {
    const hidden = await hideNames(context.workspace(), texts, language)
    return texts.flatMap((text, index) => {
      const found = hidden.get(text)
      return found ? [{ index, shown: found.shown, runs: [...found.runs] }] : []
    })
  }),

  listConsents: host.privacy.listConsents.handler(({ context, input: { filter, ...page } }) =>
    readConsents(context.workspace().read, filter, today(context), page)
  ),
  exportConsents: host.privacy.exportConsents.handler(async ({ context, input: { filter, fileToken, language } }) => {
    const path = context.files.resolve(fileToken)
    const rows = readAllConsents(context.workspace().read, filter, today(context))
    const shown = context.mask.isOn ? rows.map((row) => ({ ...row, name: maskName(row.customerId, language), source: null })) : rows
    await atomicWrite(path, writeConsentsCsv(shown, language))
    return { rows: rows.length }
  }),

  getHoldings: host.privacy.getHoldings.handler(({ context, input }) => countHoldings(context.workspace().read, input.id)),
  exportPerson: host.privacy.exportPerson.handler(async ({ context, input: { id, format, language, fileToken } }) => {
    refuseMasked(context)
    const path = context.files.resolve(fileToken)
    const { read } = context.workspace()
    const at = context.now().toISOString()
    const text =
      format === 'json'
        ? writePersonJson(collectPerson(read, id), { title: readSettings(read).title, at })
        : renderPerson(context, id, language)
    return { bytes: await atomicWrite(path, text) }
  }),
  renderPerson: host.privacy.renderPerson.handler(({ context, input: { id, language } }) => {
    refuseMasked(context)
    return { text: renderPerson(context, id, language) }
  }),

  erasePeople: host.privacy.erasePeople.handler(async ({ context, input: { ids, reason } }) => {
    const workspace = context.workspace()
    const erased = await workspace.change(DATA, (db) => erasePeople(db, ids, reason, context.now()))
    const isTraceless = await workspace.gate.run(() => leaveNoTrace(workspace.write))
    return { erased, isTraceless }
  }),
  listErasures: host.privacy.listErasures.handler(({ context }) => listErasures(context.workspace().read)),
  reapplyErasures: host.privacy.reapplyErasures.handler(async ({ context, input }) => {
    const { read } = context.workspace()
    const copy = openWorkspaceFile(context.files.resolve(input.fileToken), { changes: context.changes, now: context.now })
    try {
      const found = findErased(read, copy.read)
      const erased = await copy.change([], (db) =>
        found.reduce((count, { id, reason }) => count + erasePeople(db, [id], reason, context.now()), 0)
      )
      await copy.gate.run(() => leaveNoTrace(copy.write))
      return { erased }
    } finally {
      await copy.gate.run(copy.close)
    }
  }),

  getRetention: host.privacy.getRetention.handler(({ context }) => ({ years: readRetention(context.workspace().read) })),
  setRetention: host.privacy.setRetention.handler(async ({ context, input: { years } }) => {
    await context.workspace().change(['privacy'], (db) => {
      const { rows } = trackRows(db, [{ table: 'settings', where: { key: RETENTION_KEY } }], () => {
        if (years === null) db.prepare('DELETE FROM settings WHERE key = ?').run(RETENTION_KEY)
        else
          db.prepare('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(
            RETENTION_KEY,
            JSON.stringify(years)
          )
      })
      if (rows.length > 0) recordChange(db, { kind: 'retention-set', details: {}, rows }, context.now())
    })
    return null
  }),
  listDue: host.privacy.listDue.handler(({ context, input }) => listDue(context.workspace().read, today(context), input)),

  pseudonymise: host.privacy.pseudonymise.handler(async ({ context, input: { fileToken, shiftDays, language } }) => ({
    customers: await writeTrainingCopy(context.workspace(), context.files.resolve(fileToken), { shiftDays, language })
  }))
}
