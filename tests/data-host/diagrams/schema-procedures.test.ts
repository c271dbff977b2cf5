import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { codeOf, startTestHost, type TestHost } from '../../support/local-host.ts'
import { describeObjects, listProject, putFiles, type MadeObject } from '../../support/make-schema.ts'

const PIECE: MadeObject = {
  name: 'Pieza__c',
  label: 'Pieza',
  nameLabel: 'Nombre',
  fields: [
    {
      name: 'Cuenta__c',
      label: 'Cuenta',
      kind: 'Lookup',
      length: 0,
      precision: 0,
      scale: 0,
      isRequired: false,
      isUnique: false,
      isExternalId: false,
      formula: null,
      target: 'Account',
      relationshipName: 'Piezas'
    }
  ]
}

let host: TestHost
beforeEach(async () => {
  host = startTestHost()
  await host.client.workspace.createWorkspace({ fileToken: host.file('a.cauce').token })
})
afterEach(async () => {
  await host.end()
})

describe('a schema in a workspace', () => {
  it('is listed, becomes a diagram, and is undone as one step', async () => {
    const { client, context, folder } = host
    const fileToken = context.files.grant(putFiles(join(folder, 'proyecto'), listProject([PIECE])))
    expect(await client.diagrams.recogniseFile({ fileToken })).toBe('schema')
    const found = await client.diagrams.inspectSchema({ fileToken, language: 'es' })
    expect(found.name).toBe('proyecto')
    expect(found.objects.filter(({ isSuggested }) => isSuggested).map(({ label }) => label)).toEqual(['Cuenta', 'Pieza'])

    const made = await client.diagrams.importSchema({ fileToken, objects: ['Account', 'Pieza__c'], name: 'Esquema', language: 'es' })
    expect(made).toMatchObject({ objects: 2, relations: 2 })
    const diagram = await client.diagrams.getDiagram({ id: made.id })
    expect(diagram).toMatchObject({ name: 'Esquema', shapes: 2, lines: 2 })
    expect(diagram.items.find(({ id }) => id === 'Pieza__c.Cuenta__c>Account')).toMatchObject({ label: 'Piezas' })

    await client.workspace.undo()
    expect(await client.diagrams.listDiagrams()).toEqual([])
    await client.workspace.redo()
    expect(await client.diagrams.getDiagram({ id: made.id })).toMatchObject({ items: diagram.items })
  })

  it('that is refused leaves the workspace as it was', async () => {
    const { client, context, folder } = host
    const fileToken = context.files.grant(putFiles(join(folder, 'papeles'), new Map([['nota.txt', 'nada']])))
    expect(await codeOf(() => client.diagrams.inspectSchema({ fileToken }))).toBe('schema-empty')
    const whole = context.files.grant(putFiles(join(folder, 'entero'), new Map([['d.json', JSON.stringify(describeObjects([PIECE]))]])))
    expect(await codeOf(() => client.diagrams.importSchema({ fileToken: whole, objects: ['Pieza__c'], name: 'X', language: 'en' }))).toBe(
      'schema-empty'
    )
    const project = context.files.grant(putFiles(join(folder, 'proyecto'), listProject([PIECE])))
    const wish = { fileToken: project, objects: ['Nada__c'], name: 'X', language: 'en' as const }
    expect(await codeOf(() => client.diagrams.importSchema(wish))).toBe('schema-object-missing')
    expect(await client.diagrams.listDiagrams()).toEqual([])
  })
})
