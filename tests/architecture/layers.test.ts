import { mkdtempSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { spawnSync } from 'node:child_process'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folders: string[] = []
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

/** What dependency-cruiser says about a tree with these files. */
function cruise(files: Record<string, string>): { code: number | null; said: string } {
  const folder = mkdtempSync(join(tmpdir(), 'cauce-layers-'))
  folders.push(folder)
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true })
    writeFileSync(join(folder, name), text)
  }
  writeFileSync(join(folder, 'tsconfig.base.json'), '{}')
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs')
  const run = spawnSync(process.execPath, [cruiser, 'src', '--config', join(root, 'tests/architecture/layers.cjs')], {
    cwd: folder,
    encoding: 'utf8'
  })
  return { code: run.status, said: run.stdout + run.stderr }
}
const target = 'export const value = 1\n'
const importing = (from: string): string => `import { value } from '${from}'\nexport const other = value\n`

test.each([
  ['shared must not know the data host', 'src/shared/domain/a.ts', 'src/main/data-host/b.ts'],
  ['the window must not know main', 'src/renderer/app/a.ts', 'src/main/shell/b.ts'],
  ['features must not know each other', 'src/renderer/features/walk/a.ts', 'src/renderer/features/value/b.ts'],
  ['the data host must not know windows', 'src/main/data-host/figures/a.ts', 'src/main/windows/b.ts'],
  ['a folder without a line imports nothing', 'src/main/somewhere-new/a.ts', 'src/shared/domain/b.ts'],
  ['nothing imports a folder without a line', 'src/renderer/app/a.ts', 'src/renderer/somewhere-new/b.ts']
])('%s', (_rule, from, to) => {
  const up = '../'.repeat(dirname(from).split('/').length)
  const { code, said } = cruise({ [from]: importing(`${up}${to}`), [to]: target })
  expect(said).toContain('not-in-allowed')
  expect(code).not.toBe(0)
})

test('an import the table allows passes', () => {
  const { code, said } = cruise({
    'src/renderer/features/walk/a.ts': importing('../../../shared/domain/b.ts'),
    'src/shared/domain/b.ts': target
  })
  expect(said).toContain('no dependency violations')
  expect(code).toBe(0)
})

test('a built-in module of Node in shared is an error', () => {
  expect(cruise({ 'src/shared/domain/a.ts': "import { readFileSync } from 'node:fs'\nexport const read = readFileSync\n" }).said).toContain(
    'not-in-allowed'
  )
})

test('a cycle is an error', () => {
  const { said } = cruise({
    'src/shared/domain/a.ts': importing('./b.ts'),
    'src/shared/domain/b.ts': importing('./a.ts').replace('value', 'other as value').replace('other = value', 'value = 1')
  })
  expect(said).toContain('no-cycle')
})
