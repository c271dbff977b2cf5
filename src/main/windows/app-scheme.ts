import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'
import { protocol } from 'electron'
import { APP_ORIGIN, APP_SCHEME, CONTENT_SECURITY_POLICY, PRINT_SECURITY_POLICY } from './page-policy.ts'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json; charset=utf-8'
}

/** Documents main made itself (a report to print), by address, as long as they are needed. */
const documents = new Map<string, string>()

/** Must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } }
  ])
}

/** The built files by the path they are asked with. A table, not a path join: nothing outside it can be named. */
export function listBuiltFiles(folder: string): Map<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && extname(entry.name) in TYPES)
    .map((entry) => join(entry.parentPath, entry.name))
  return new Map(files.map((file) => [`/${relative(folder, file).split(sep).join('/')}`, file]))
}

function answerWith(body: string | Uint8Array<ArrayBuffer> | null, status: number, type: string, policy: string): Response {
  return new Response(body, {
    status,
    headers: {
      'content-type': type,
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin'
    }
  })
}

/** Serves the window's files, and nothing else, under `app://cauce/`. */
export function serveAppScheme(folder: string): void {
  const files = listBuiltFiles(folder)
  protocol.handle(APP_SCHEME, async (request) => {
    const document = documents.get(request.url)
    if (document !== undefined) return answerWith(document, 200, 'text/html; charset=utf-8', PRINT_SECURITY_POLICY)
    const { host, pathname } = new URL(request.url)
    const file = host === 'cauce' ? files.get(pathname) : undefined
    if (file === undefined) return answerWith(null, 404, 'text/plain', CONTENT_SECURITY_POLICY)
    return answerWith(await readFile(file), 200, TYPES[extname(file)] ?? 'application/octet-stream', CONTENT_SECURITY_POLICY)
  })
}

/** Gives `html` an address of our scheme until `dispose`. A data: address would stop at two megabytes. */
export function serveDocument(html: string): { url: string; dispose: () => void } {
  const url = `${APP_ORIGIN}/print/${randomUUID()}`
  documents.set(url, html)
  return { url, dispose: () => documents.delete(url) }
}
