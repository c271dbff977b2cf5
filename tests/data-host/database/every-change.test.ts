import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { computeLogicalChecksum } from '../../../src/main/data-host/database/logical-checksum.ts'
import type { KeptSettings } from '../../../src/shared/contract/imports.ts'
import { contract, type HostClient } from '../../../src/shared/contract/index.ts'
import type { DiagramItem } from '../../../src/shared/diagrams/diagram.ts'
import type { Rule } from '../../../src/shared/segments/rule.ts'
import { startTestHost, type TestHost } from '../../support/local-host.ts'

let host: TestHost
beforeAll(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('every.cauce').token, sampleId: 'la-espiga' })
})
afterAll(() => host.end())

const named = (name: string): { en: string; es: string } => ({ en: name, es: name })
const inMadrid: Rule = {
  kind: 'group',
  join: 'all',
  not: false,
  rules: [{ kind: 'field', not: false, field: 'city', operator: 'one-of', value: ['Madrid'] }]
}
const layout = { columns: [{ id: 'name' }], sort: { by: 'name', descending: false }, filter: {} }
const campaign = (client: HostClient): Promise<{ id: number }> =>
  client.customerEdits.addRecord({ kind: 'campaign', fields: { name: 'Feria', goal: 'winback' } })
const order = (client: HostClient): Promise<{ id: number }> =>
  client.customerEdits.addRecord({ kind: 'order', fields: { customerId: 7, orderDate: '2026-05-01', netMinor: 1250 } })
const list = (client: HostClient): Promise<{ id: string }> =>
  client.segments.createList({ name: named('Feria'), source: { from: 'customers', ids: [3, 5] } })
const walk = (client: HostClient): Promise<{ id: number; stepList: { elementId: string }[] }> => client.walks.startWalk({ modelId: 'idic' })
const rated = { modelId: 'gartner', round: '2026-10-01T09:00:00.000Z', participant: 'Ana' }
async function firstStatement(client: HostClient): Promise<{ modelId: string; elementId: string; statementId: string }> {
  const { groups } = await client.assessments.getAssessment({ modelId: rated.modelId })
  const element = groups.flatMap(({ elements }) => elements).find(({ statements }) => statements.length > 1)
  return { modelId: rated.modelId, elementId: element?.elementId ?? '', statementId: element?.statements[0]?.id ?? '' }
}
async function rate(client: HostClient): Promise<unknown> {
  return client.assessments.saveRating({ ...rated, ...(await firstStatement(client)), intention: 3 })
}
async function drain(events: Promise<AsyncIterable<unknown>>): Promise<void> {
  for await (const _event of await events);
}
const preset: KeptSettings = {
  kind: 'customers',
  preset: null,
  dialect: { encoding: 'utf-8', delimiter: ';', headerRow: 0 },
  columns: [{ index: 0, field: 'name', decimal: null, dateOrder: null }],
  onMatch: 'update'
}
const savePreset = (client: HostClient): Promise<{ id: string }> =>
  client.imports.savePreset({ name: `Mi hoja ${String(Math.random()).slice(2, 8)}`, headers: ['Cliente final'], settings: preset })

async function runImport(client: HostClient): Promise<void> {
  const { path, token } = host.file('customers.csv')
  writeFileSync(path, 'id_cliente;nombre;email\nX-1;Nuria Paz;nuria@example.es\nX-2;Eloy Gil;eloy@example.es\n')
  const inspection = await client.imports.inspectFile({ fileToken: token, kind: 'customers' })
  const columns = inspection.columns.flatMap(({ index, field, decimal, dateOrder }) =>
    field === null ? [] : [{ index, field, decimal, dateOrder }]
  )
  const { kind, preset: found, dialect } = inspection
  await drain(client.imports.runImport({ fileToken: token, kind, preset: found, dialect, columns, onMatch: 'update' }))
}

const shape = (id: string, x = 0): DiagramItem => ({
  item: 'shape',
  id,
  kind: 'process',
  x,
  y: 0,
  width: 120,
  height: 60,
  order: 1,
  label: id,
  style: {}
})
const diagram = async (client: HostClient): Promise<number> => {
  const content = { settings: { hasGrid: true, doesSnap: true }, items: [shape('a'), shape('b', 200)] }
  return (await client.diagrams.createDiagram({ name: 'Venta', source: { from: 'content', content }, language: 'es' })).id
}

/** What each changing procedure does: makes what it needs, and answers with the change itself. */
type Scenario = (client: HostClient) => Promise<() => Promise<unknown>>
const plain =
  (act: (client: HostClient) => Promise<unknown>): Scenario =>
  (client) =>
    Promise.resolve(() => act(client))

const UNDOABLE: Readonly<Record<string, Scenario>> = {
  'workspace.updateSettings': plain((client) => client.workspace.updateSettings({ windowDays: 180 })),
  'imports.runImport': plain(runImport),
  'imports.savePreset': plain(savePreset),
  'imports.renamePreset': async (client) => {
    const { id } = await savePreset(client)
    return () => client.imports.renamePreset({ id, name: 'Otro nombre' })
  },
  'imports.deletePreset': async (client) => {
    const { id } = await savePreset(client)
    return () => client.imports.deletePreset({ id })
  },
  'imports.importPreset': async (client) => {
    const { id } = await savePreset(client)
    const { token } = host.file('preset.json')
    await client.imports.exportPreset({ id, fileToken: token })
    await client.imports.deletePreset({ id })
    return () => client.imports.importPreset({ fileToken: token })
  },
  'duplicates.mergeCustomers': plain((client) => client.duplicates.mergeCustomers({ customerIds: [100, 101] })),
  'duplicates.mergeEqual': async (client) => {
    for (const id of [60, 61])
      await client.customerEdits.updateCustomers({ ids: [id], fields: { name: 'Eva Ruiz Sanz', email: 'eva@example.es' } })
    return () => client.duplicates.mergeEqual({ key: 'email' })
  },
  'duplicates.unmergeCustomers': async (client) => {
    await client.duplicates.mergeCustomers({ customerIds: [102, 103] })
    const [merge] = (await client.duplicates.listMerges({})).merges
    return () => client.duplicates.unmergeCustomers({ mergeId: merge?.id ?? 0 })
  },
  'duplicates.markDistinct': plain((client) => client.duplicates.markDistinct({ customerIds: [104, 105] })),
  'customerTable.saveView': plain((client) => client.customerTable.saveView({ name: 'Mía', layout })),
  'customerTable.renameView': async (client) => {
    const { id } = await client.customerTable.saveView({ name: 'Vista', layout })
    return () => client.customerTable.renameView({ id, name: 'Otra' })
  },
  'customerTable.deleteView': async (client) => {
    const { id } = await client.customerTable.saveView({ name: 'Se va', layout })
    return () => client.customerTable.deleteView({ id })
  },
  'customerTable.editSelection': plain((client) =>
    drain(client.customerTable.editSelection({ selection: { ids: [3, 4, 5] }, edit: { do: 'tag', tag: 'feria' } }))
  ),
  'customerEdits.addCustomer': plain((client) => client.customerEdits.addCustomer({ name: 'Nueva' })),
  'customerEdits.updateCustomers': plain((client) => client.customerEdits.updateCustomers({ ids: [7], fields: { city: 'Jaén' } })),
  'customerEdits.deleteCustomers': plain((client) => client.customerEdits.deleteCustomers({ ids: [8, 9] })),
  'customerEdits.addRecord': plain(order),
  'customerEdits.updateRecord': async (client) => {
    const { id } = await order(client)
    return () => client.customerEdits.updateRecord({ kind: 'order', id, fields: { status: 'cancelled' } })
  },
  'customerEdits.deleteRecord': async (client) => {
    const { id } = await order(client)
    return () => client.customerEdits.deleteRecord({ kind: 'order', id })
  },
  'customerEdits.addMembers': async (client) => {
    const { id } = await campaign(client)
    return () => client.customerEdits.addMembers({ campaignId: id, customerIds: [3, 4] })
  },
  'customerEdits.updateMember': async (client) => {
    const { id } = await campaign(client)
    await client.customerEdits.addMembers({ campaignId: id, customerIds: [3] })
    return () => client.customerEdits.updateMember({ campaignId: id, customerId: 3, fields: { group: 'C' } })
  },
  'customerEdits.removeMembers': async (client) => {
    const { id } = await campaign(client)
    await client.customerEdits.addMembers({ campaignId: id, customerIds: [3] })
    return () => client.customerEdits.removeMembers({ campaignId: id, customerIds: [3] })
  },
  'history.restoreDeleted': async (client) => {
    await client.customerEdits.deleteCustomers({ ids: [10] })
    const [entry] = (await client.history.listHistory({ limit: 1 })).entries
    return () => client.history.restoreDeleted({ change: entry?.id ?? 0 })
  },
  'segments.createSegment': plain((client) => client.segments.createSegment({ name: named('De Madrid'), rule: inMadrid })),
  'segments.updateSegment': async (client) => {
    const { id } = await client.segments.createSegment({ name: named('Madrileños'), rule: inMadrid })
    return () => client.segments.updateSegment({ id, owner: 'Ana' })
  },
  'segments.duplicateSegment': plain((client) => client.segments.duplicateSegment({ id: 's_ssc', name: named('Copia') })),
  'segments.deleteSegment': async (client) => {
    const { id } = await client.segments.createSegment({ name: named('Se va'), rule: inMadrid })
    return () => client.segments.deleteSegment({ id })
  },
  'segments.createList': plain(list),
  'segments.addMembers': async (client) => {
    const { id } = await list(client)
    return () => client.segments.addMembers({ id, source: { from: 'customers', ids: [8] } })
  },
  'segments.removeMembers': async (client) => {
    const { id } = await list(client)
    return () => client.segments.removeMembers({ id, source: { from: 'customers', ids: [5] } })
  },
  'segments.takeSnapshot': async (client) => {
    const { id } = await client.segments.createSegment({ name: named('Con foto'), rule: inMadrid })
    await client.customerEdits.updateCustomers({ ids: [11, 12], fields: { city: 'Madrid' } })
    return () => client.segments.takeSnapshot({ id })
  },
  'segments.deleteSnapshot': async (client) => {
    const { id } = await client.segments.createSegment({ name: named('Sin foto'), rule: inMadrid })
    await client.customerEdits.updateCustomers({ ids: [13], fields: { city: 'Madrid' } })
    const { asOf } = await client.segments.takeSnapshot({ id })
    return () => client.segments.deleteSnapshot({ id, asOf })
  },
  'value.setCustomerFlag': plain((client) => client.value.setCustomerFlag({ customerId: 20, kind: 'benchmark' })),
  'value.removeCustomerFlag': async (client) => {
    await client.value.setCustomerFlag({ customerId: 21, kind: 'benchmark' })
    return () => client.value.removeCustomerFlag({ customerId: 21, kind: 'benchmark' })
  },
  'value.setRfmOptions': async (client) => {
    const options = await client.value.getRfmOptions()
    return () => client.value.setRfmOptions({ ...options, frequency: 'orders' })
  },
  'models.enterKpi': async (client) => {
    const kpiId = await findEnterable(client)
    return () => client.models.enterKpi({ kpiId, at: '2026-09-30', value: 1 })
  },
  'models.removeKpiEntry': async (client) => {
    const { id } = await client.models.enterKpi({ kpiId: await findEnterable(client), at: '2026-08-31', value: 1 })
    return () => client.models.removeKpiEntry({ id })
  },
  'models.setKpiTarget': plain((client) =>
    client.models
      .setKpiTarget({ kpiId: 'k_top20_share', target: null })
      .then(() => client.models.setKpiTarget({ kpiId: 'k_duplicate_rate', target: 1 }))
  ),
  'models.linkSegment': plain((client) => client.models.linkSegment({ modelId: 'idic', elementId: 'idic.identify', segmentId: 's_ssc' })),
  'models.unlinkSegment': plain((client) =>
    client.models.unlinkSegment({ modelId: 'idic', elementId: 'idic.identify', segmentId: 's_all' })
  ),
  'models.restoreSegments': async (client) => {
    await client.models.unlinkSegment({ modelId: 'idic', elementId: 'idic.interact', segmentId: 's_no_consent' })
    await client.models.unlinkSegment({ modelId: 'idic', elementId: 'idic.identify', segmentId: 's_duplicates' })
    return () => client.models.restoreSegments({ modelId: 'idic', elementId: 'idic.identify' })
  },
  'ownModels.createOwnModel': plain((client) => client.ownModels.createOwnModel({ from: 'idic', name: named('Mío'), language: 'es' })),
  'ownModels.saveOwnModel': async (client) => {
    const { id } = await client.ownModels.createOwnModel({ from: 'idic', name: named('Propio'), language: 'es' })
    const { definition } = await client.ownModels.getOwnModel({ id })
    return () => client.ownModels.saveOwnModel({ definition: { ...definition, name: named('Cambiado') }, edit: 'name' })
  },
  'ownModels.deleteOwnModel': async (client) => {
    const { id } = await client.ownModels.createOwnModel({ from: 'idic', name: named('Se va'), language: 'es' })
    return () => client.ownModels.deleteOwnModel({ id })
  },
  'ownModels.importModel': async (client) => {
    const { token } = host.file('model.json')
    await client.ownModels.exportModel({ id: 'idic', fileToken: token })
    return () => client.ownModels.importModel({ fileToken: token, onClash: 'new-id' })
  },
  'walks.startWalk': plain(walk),
  'walks.saveStep': async (client) => {
    const { id, stepList } = await walk(client)
    return () =>
      client.walks.saveStep({ walkId: id, elementId: stepList[0]?.elementId ?? '', score: 3, answer: { index: 0, text: 'Tres' } })
  },
  'walks.saveParticipants': async (client) => {
    const { id } = await walk(client)
    return () => client.walks.saveParticipants({ walkId: id, participants: 'Ana' })
  },
  'walks.finishWalk': async (client) => {
    const { id } = await walk(client)
    return () => client.walks.finishWalk({ walkId: id })
  },
  'walks.deleteWalk': async (client) => {
    const { id } = await walk(client)
    return () => client.walks.deleteWalk({ walkId: id })
  },
  'assessments.saveRating': plain(rate),
  'assessments.deleteRound': async (client) => {
    await rate(client)
    return () => client.assessments.deleteRound({ modelId: rated.modelId, round: rated.round })
  },
  'assessments.saveStatement': async (client) => {
    const key = await firstStatement(client)
    return () => client.assessments.saveStatement({ ...key, text: named('Otra cosa'), weight: 1 })
  },
  'assessments.removeStatement': async (client) => {
    const key = await firstStatement(client)
    return () => client.assessments.removeStatement(key)
  },
  'assessments.restoreStatements': async (client) => {
    await client.assessments.saveStatement({ ...(await firstStatement(client)), text: named('Cambiada'), weight: 2 })
    return () => client.assessments.restoreStatements({ modelId: rated.modelId })
  },
  'assessments.setElementTarget': plain((client) =>
    client.assessments.setElementTarget({ modelId: 'idic', elementId: 'idic.identify', target: 80 })
  ),
  'assessments.nameRound': async (client) => {
    await rate(client)
    return () => client.assessments.nameRound({ modelId: rated.modelId, round: rated.round, name: 'Primera' })
  },
  'choose.setAnswer': async (client) => {
    const [question] = (await client.choose.getChoice()).questions
    return () => client.choose.setAnswer({ questionId: question?.id ?? '', answerId: null })
  },
  'choose.forgetAnswers': async (client) => {
    const [question] = (await client.choose.getChoice()).questions
    await client.choose.setAnswer({ questionId: question?.id ?? '', answerId: null })
    return () => client.choose.forgetAnswers({})
  },
  'plan.addAction': plain((client) => client.plan.addAction({ title: 'Llamar', owner: 'Ana', dueDate: '2026-12-01' })),
  'plan.updateAction': async (client) => {
    const { id } = await client.plan.addAction({ title: 'Escribir', owner: 'Ana', dueDate: '2026-12-01' })
    return () => client.plan.updateAction({ id, status: 'done' })
  },
  'plan.deleteAction': async (client) => {
    const { id } = await client.plan.addAction({ title: 'Visitar', owner: 'Ana', dueDate: '2026-12-01' })
    return () => client.plan.deleteAction({ id })
  },
  'diagrams.createDiagram': plain((client) =>
    client.diagrams.createDiagram({ name: 'En blanco', source: { from: 'blank' }, language: 'es' })
  ),
  'diagrams.editDiagram': async (client) => {
    const id = await diagram(client)
    const patch = { put: [shape('a', 40), shape('c')], remove: ['b'], settings: { hasGrid: false, doesSnap: true } }
    return () => client.diagrams.editDiagram({ id, edit: 'all', patch })
  },
  'diagrams.renameDiagram': async (client) => {
    const id = await diagram(client)
    return () => client.diagrams.renameDiagram({ id, name: 'Otra' })
  },
  'diagrams.deleteDiagram': async (client) => {
    const id = await diagram(client)
    return () => client.diagrams.deleteDiagram({ id })
  },
  'diagrams.saveVersion': async (client) => {
    const id = await diagram(client)
    return () => client.diagrams.saveVersion({ id, name: 'Primera' })
  },
  'diagrams.restoreVersion': async (client) => {
    const id = await diagram(client)
    const { id: versionId } = await client.diagrams.saveVersion({ id, name: 'Primera' })
    await client.diagrams.editDiagram({ id, edit: 'all', patch: { put: [shape('a', 40), shape('c')], remove: ['b'] } })
    return () => client.diagrams.restoreVersion({ versionId })
  },
  'diagrams.deleteVersion': async (client) => {
    const id = await diagram(client)
    const { id: versionId } = await client.diagrams.saveVersion({ id, name: 'Primera' })
    return () => client.diagrams.deleteVersion({ versionId })
  },
  'diagrams.importDiagram': async (client) => {
    const { token } = host.file('venta.json')
    await client.diagrams.saveDiagram({ subject: { id: await diagram(client) }, format: 'json', fileToken: token, language: 'es' })
    return () => client.diagrams.importDiagram({ fileToken: token, language: 'es' })
  },
  'diagrams.importSchema': (client) => {
    const { path, token } = host.file('fields.csv')
    writeFileSync(path, 'Object,Field,Type\nAccount,Name,Text(255)\nVisit__c,Account__c,Lookup(Account)\n')
    return Promise.resolve(() =>
      client.diagrams.importSchema({ fileToken: token, objects: ['Account', 'Visit__c'], name: 'CRM', language: 'es' })
    )
  },
  'privacy.setRetention': plain((client) => client.privacy.setRetention({ years: 3 })),
  'dataHealth.applyFix': plain((client) => client.dataHealth.applyFix({ fix: 'phone', country: 'ES' })),
  'dataHealth.setWeights': plain((client) =>
    client.dataHealth.setWeights({ completeness: 0.6, uniqueness: 0.1, validity: 0.1, timeliness: 0.1, consistency: 0.1 })
  ),
  'dataHealth.drawSample': plain((client) => client.dataHealth.drawSample({ size: 5 })),
  'dataHealth.markValue': async (client) => {
    const [sampled] = await client.dataHealth.drawSample({ size: 5 })
    return () => client.dataHealth.markValue({ customerId: sampled?.id ?? 0, field: 'name', correct: true })
  },
  'dataHealth.clearMarks': async (client) => {
    const [sampled] = await client.dataHealth.drawSample({ size: 5 })
    await client.dataHealth.markValue({ customerId: sampled?.id ?? 0, field: 'name', correct: true })
    return () => client.dataHealth.clearMarks()
  },
  'simulator.saveScenario': plain((client) => client.simulator.saveScenario({ name: 'Uno', typed: {} })),
  'simulator.deleteScenario': async (client) => {
    const { id } = await client.simulator.saveScenario({ name: 'Dos', typed: {} })
    return () => client.simulator.deleteScenario({ id })
  }
}

async function findEnterable(client: HostClient): Promise<string> {
  for (const { id, unit } of await client.models.listKpis())
    if (unit === '%' && (await client.models.getMetric({ id })).enterable) return id
  throw new Error('no figure can be entered by hand')
}

const ANOTHER_FILE = 'writes another file'
const NOTHING_KEPT = 'keeps nothing in the workspace'
const THE_FILE = 'opens, makes or closes the file itself'
const THE_UNDO = 'is undo or redo itself'
/** What changes something and is not in the log, each with its reason. */
const NOT_LOGGED: Readonly<Record<string, string>> = {
  'workspace.createWorkspace': THE_FILE,
  'workspace.openWorkspace': THE_FILE,
  'workspace.closeWorkspace': THE_FILE,
  'workspace.saveCopy': ANOTHER_FILE,
  'workspace.undo': THE_UNDO,
  'workspace.redo': THE_UNDO,
  'history.goBackTo': THE_UNDO,
  'history.goForwardTo': THE_UNDO,
  'imports.undoBatch': THE_UNDO,
  'imports.exportPreset': ANOTHER_FILE,
  'imports.saveRejects': ANOTHER_FILE,
  'imports.pasteText': NOTHING_KEPT,
  'imports.leaveFile': NOTHING_KEPT,
  'duplicates.searchDuplicates': NOTHING_KEPT,
  'duplicates.cancelSearch': NOTHING_KEPT,
  'customerTable.exportSelection': ANOTHER_FILE,
  'customerTable.rememberLayout': 'is how the table is looked at, which says nothing about anybody',
  'ownModels.exportModel': ANOTHER_FILE,
  'reports.saveReport': ANOTHER_FILE,
  'reports.saveDiagram': ANOTHER_FILE,
  'reports.exportData': ANOTHER_FILE,
  'charts.saveDrawing': ANOTHER_FILE,
  'charts.saveSheet': ANOTHER_FILE,
  'walks.goToStep': 'is going from one page to the next; a mark given on leaving is logged, see the tests of walks',
  'diagrams.drawModel': NOTHING_KEPT,
  'diagrams.readLinks': NOTHING_KEPT,
  'diagrams.layOut': NOTHING_KEPT,
  'diagrams.saveDiagram': ANOTHER_FILE,
  'diagrams.writeText': NOTHING_KEPT,
  'diagrams.readText': NOTHING_KEPT,
  'diagrams.recogniseFile': NOTHING_KEPT,
  'privacy.setMask': NOTHING_KEPT,
  'privacy.hideTexts': NOTHING_KEPT,
  'privacy.exportConsents': ANOTHER_FILE,
  'privacy.exportPerson': ANOTHER_FILE,
  'privacy.erasePeople': 'is final by law: nothing may bring an erased person back',
  'privacy.reapplyErasures': 'works on another file, and is final',
  'privacy.pseudonymise': ANOTHER_FILE
}

/** Verbs of procedures that only answer a question. */
const ASKS = /^(get|list|find|count|check|compare|describe|plan|preview|suggest|render|inspect|forecast|watch|project)[A-Z]/
const paths = Object.entries(contract).flatMap(([area, procedures]) => Object.keys(procedures).map((name) => `${area}.${name}`))
const changing = paths.filter((path) => !ASKS.test(path.split('.')[1] ?? ''))

const nextUndo = async (): Promise<number | null> => (await host.client.workspace.getState())?.undo?.id ?? null
const read = (): string => computeLogicalChecksum(host.context.workspace().read)

describe('every change a person makes', () => {
  it('is proven undoable below, or not logged for a reason', () => {
    const known = [...Object.keys(UNDOABLE), ...Object.keys(NOT_LOGGED)]
    expect(changing.filter((path) => !known.includes(path))).toEqual([])
    expect(known.filter((path) => !changing.includes(path))).toEqual([])
  })

  it.each(Object.entries(UNDOABLE))('%s is taken back and done again', { timeout: 30_000 }, async (_path, begin) => {
    const act = await begin(host.client)
    const [before, start] = [read(), await nextUndo()]
    await act()
    const after = read()
    expect(after).not.toBe(before)
    let steps = 0
    while ((await nextUndo()) !== start) {
      await host.client.workspace.undo()
      steps += 1
    }
    expect(steps).toBe(1)
    expect(read()).toBe(before)
    await host.client.workspace.redo()
    expect(read()).toBe(after)
    await host.client.workspace.undo()
    expect(read()).toBe(before)
  })
})
