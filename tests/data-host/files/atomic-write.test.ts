import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { atomicWrite } from '../../../src/main/files/atomic-write.ts'
import { toFileError } from '../../../src/main/files/file-errors.ts'
import { codeOf } from '../../support/local-host.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-write-'))
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('atomicWrite', () => {
  it('writes text, bytes and streams of both, and says how many bytes', async () => {
    const path = join(folder, 'a.txt')
    expect(await atomicWrite(path, 'año')).toBe(4)
    expect(await atomicWrite(path, new Uint8Array([1, 2, 3]))).toBe(3)
    async function* lines(): AsyncGenerator<string | Uint8Array> {
      for (let index = 0; index < 5000; index += 1) yield index % 2 ? `línea ${String(index)}\n` : Buffer.from(`fila ${String(index)}\n`)
      await Promise.resolve()
    }
    const bytes = await atomicWrite(path, lines())
    expect(readFileSync(path).byteLength).toBe(bytes)
    expect(readFileSync(path, 'utf8').split('\n')).toHaveLength(5001)
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('leaves the old file when the content fails halfway', async () => {
    const path = join(folder, 'a.txt')
    writeFileSync(path, 'old')
    function* broken(): Generator<string> {
      yield 'x'.repeat(1_000_000)
      throw new RangeError('halfway')
    }
    await expect(atomicWrite(path, broken())).rejects.toThrow('halfway')
    expect(readFileSync(path, 'utf8')).toBe('old')
    expect(readdirSync(folder)).toEqual(['a.txt'])
  })

  it('says in our words what stood in the way', async () => {
    mkdirSync(join(folder, 'sub'))
    expect(await codeOf(() => atomicWrite(join(folder, 'sub'), 'x'))).toBe('file-is-folder')
    expect(await codeOf(() => atomicWrite(join(folder, 'nowhere', 'a.txt'), 'x'))).toBe('folder-missing')
    for (const [system, ours] of [
      ['ENOSPC', 'disk-full'],
      ['EACCES', 'file-no-permission'],
      ['EROFS', 'file-no-permission'],
      ['EISDIR', 'file-is-folder'],
      ['EIO', 'write-failed']
    ] as const) {
      expect(toFileError(Object.assign(new Error(system), { code: system }))).toMatchObject({ code: ours })
    }
  })
})
