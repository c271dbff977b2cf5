import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect } from 'vitest'

/** The command line as Node runs it. */
export const program = fileURLToPath(new URL('../../../src/main/cli/index.ts', import.meta.url))

/** What Node has compiled is kept from one start to the next: half of what a start takes. */
const compiled = join(tmpdir(), 'cauce-compiled')

export interface Outcome {
  code: number | null
  out: string
  err: string
}
export interface CauceBench {
  /** Runs the real command line in a process of its own. */
  cauce: (...words: string[]) => Outcome
  /** The one JSON document of a command that went well. */
  json: (...words: string[]) => unknown
  /** The sentence and code of a command that was refused with exit 1. */
  refusal: (...words: string[]) => { code: string; message: string; details: object }
  pathOf: (name: string) => string
}

/** A folder of its own for every test of the file, and the command line in it. */
export function useCauce(): CauceBench {
  let folder = ''
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'cauce-cli-'))
  })
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true })
  })
  const cauce = (...words: string[]): Outcome => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, LC_ALL: 'en_GB.UTF-8', NODE_COMPILE_CACHE: compiled }
    })
    return { code: status, out: stdout, err: stderr }
  }
  return {
    cauce,
    json: (...words) => {
      const { code, out, err } = cauce(...words, '--json')
      expect([err, code]).toEqual(['', 0])
      return JSON.parse(out) as unknown
    },
    refusal: (...words) => {
      const { code, out, err } = cauce(...words, '--json')
      expect(code).toBe(1)
      expect(err).toMatch(/^cauce: [^\n]+\n$/)
      const { error } = JSON.parse(out) as { error: { code: string; message: string; details: object } }
      expect(err).not.toMatch(/\{\{|undefined/)
      return error
    },
    pathOf: (name) => join(folder, name)
  }
}
