import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { lockPathOf, takeLock } from '../../../src/main/data-host/database/lock-file.ts'
import { createWorkspaceFile, openWorkspaceFile } from '../../../src/main/data-host/database/workspace-file.ts'
import { Publisher } from '../../../src/main/data-host/publisher.ts'

let folder = ''
let path = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cauce-lock-'))
  path = join(folder, 'shop.cauce')
})
afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})
const options = { changes: new Publisher<never>(), now: () => new Date('2026-11-01T09:00:00Z') }

describe('the lock beside a workspace', () => {
  it('keeps a second opener out until the first has closed', () => {
    createWorkspaceFile(path, {})
    const first = openWorkspaceFile(path, options)
    expect(() => openWorkspaceFile(path, options)).toThrow(expect.objectContaining({ code: 'file-in-use' }))
    first.close()
    expect(existsSync(lockPathOf(path))).toBe(false)
    openWorkspaceFile(path, options).close()
  })

  it('holds against another living process and falls with it', async () => {
    const child = spawn(process.execPath, ['-e', `setInterval(() => {}, 1000); console.log('up')`])
    await once(child.stdout, 'data')
    writeFileSync(lockPathOf(path), JSON.stringify({ pid: child.pid, started: '', token: 'theirs' }))
    expect(() => takeLock(path)).toThrow(expect.objectContaining({ code: 'file-in-use' }))
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
    const lock = takeLock(path)
    expect(lock.tookOver).toBe(true)
    lock.release()
    expect(existsSync(lockPathOf(path))).toBe(false)
  })

  it('is not held by a process that only has the same number', () => {
    writeFileSync(lockPathOf(path), JSON.stringify({ pid: process.pid, started: '1', token: 'of an earlier life' }))
    const lock = takeLock(path)
    expect(lock.tookOver).toBe(true)
    lock.release()
  })

  it.skipIf(process.platform !== 'linux')('knows a number used again by its start time', () => {
    writeFileSync(lockPathOf(path), JSON.stringify({ pid: process.ppid, started: '1', token: 'of an earlier life' }))
    const lock = takeLock(path)
    expect(lock.tookOver).toBe(true)
    lock.release()
  })

  it('leaves somebody else’s lock alone when it lets go', () => {
    const lock = takeLock(path)
    writeFileSync(lockPathOf(path), JSON.stringify({ pid: process.pid, started: '', token: 'theirs' }))
    lock.release()
    expect(readFileSync(lockPathOf(path), 'utf8')).toContain('theirs')
  })
})
