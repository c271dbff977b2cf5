// node scripts/build.mjs [entry …]: main, data host, import worker, command line, preload and window, with Vite's own API.
// Without names everything is built; names are those of ENTRIES.
import { existsSync } from 'node:fs'
import path from 'node:path'
import react from '@vitejs/plugin-react'
import { build } from 'vite'
import { isMain, root } from './with-node.mjs'

/** The oldest runtime the app runs on: Node 20.18, Chrome 130. Newer syntax must not reach it. */
const TARGET = { node: 'node20.18', chrome: 'chrome130' }

/**
 * Text with no letter beyond Latin-1: a program with one such letter takes twice its room in memory. Where an escape
 * would mean something else, in a raw template or after a backslash, they are refused.
 */
const narrowLetters = {
  name: 'narrow-letters',
  renderChunk(code) {
    const [found] = /String\.raw`[^`]*[^\0-\xff]|(?<!\\)(?:\\\\)*\\[^\0-\xff]/.exec(code) ?? []
    if (found) throw new Error(`a letter beyond Latin-1 where no escape can stand: ${found.slice(0, 80)}`)
    return { code: code.replace(/[^\0-\xff]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`), map: null }
  }
}

/**
 * One self-contained CommonJS file: no shared chunks, because a plain Node child cannot read a chunk inside app.asar. `splits`: what
 * is needed only now and then lies beside it, in files that begin with its name and are kept outside of the archive.
 */
const nodeEntry = (source, outDir, name, external, { splits = false } = {}) => ({
  root,
  configFile: false,
  logLevel: 'warn',
  publicDir: false,
  plugins: [narrowLetters],
  resolve: { conditions: ['node'], mainFields: ['module', 'main'] },
  ssr: { noExternal: true },
  build: {
    ssr: true,
    target: TARGET.node,
    outDir: path.join(root, outDir),
    emptyOutDir: false,
    minify: false,
    sourcemap: true,
    rolldownOptions: {
      input: path.join(root, source),
      external,
      output: {
        format: 'cjs',
        entryFileNames: `${name}.cjs`,
        ...(splits ? { chunkFileNames: `${name}-[name].cjs` } : { codeSplitting: false })
      }
    }
  }
})
const native = ['better-sqlite3', /^node:/]

export const rendererConfig = {
  root: path.join(root, 'src/renderer'),
  base: './',
  configFile: false,
  logLevel: 'warn',
  plugins: [react()],
  build: {
    target: TARGET.chrome,
    outDir: path.join(root, 'out/renderer'),
    emptyOutDir: true,
    sourcemap: true,
    chunkSizeWarningLimit: 4000,
    // A small font or picture as a data: address would be refused by the page's policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    // What the first screen needs is one file, read in one go; each other screen brings its own.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } }
  }
}

/** Every program we build: where it starts, how it is built. */
export const ENTRIES = {
  main: { source: 'src/main/index.ts', config: nodeEntry('src/main/index.ts', 'out/main', 'index', ['electron', /^node:/]) },
  'data-host': {
    source: 'src/main/data-host/index.ts',
    config: nodeEntry('src/main/data-host/index.ts', 'out/main', 'data-host', native, { splits: true })
  },
  'import-worker': {
    source: 'src/main/data-host/imports/import-worker.ts',
    config: nodeEntry('src/main/data-host/imports/import-worker.ts', 'out/main', 'import-worker', native)
  },
  'reading-worker': {
    source: 'src/main/data-host/imports/reading-worker.ts',
    config: nodeEntry('src/main/data-host/imports/reading-worker.ts', 'out/main', 'reading-worker', native)
  },
  'duplicates-worker': {
    source: 'src/main/data-host/duplicates/search-worker.ts',
    config: nodeEntry('src/main/data-host/duplicates/search-worker.ts', 'out/main', 'duplicates-worker', native)
  },
  'customers-worker': {
    source: 'src/main/data-host/repositories/customers-worker.ts',
    config: nodeEntry('src/main/data-host/repositories/customers-worker.ts', 'out/main', 'customers-worker', native)
  },
  'layout-worker': {
    source: 'src/main/data-host/diagrams/layout/layout-worker.ts',
    config: nodeEntry('src/main/data-host/diagrams/layout/layout-worker.ts', 'out/main', 'layout-worker', native)
  },
  cli: { source: 'src/main/cli/index.ts', config: nodeEntry('src/main/cli/index.ts', 'out/main', 'cli', native) },
  preload: { source: 'src/main/preload/index.ts', config: nodeEntry('src/main/preload/index.ts', 'out/preload', 'index', ['electron']) },
  renderer: { source: 'src/renderer/index.html', config: rendererConfig }
}

/** Builds the named entries, or all of them. */
export async function buildEntries(names = Object.keys(ENTRIES)) {
  const present = names.map((name) => ENTRIES[name]).filter((entry) => entry && existsSync(path.join(root, entry.source)))
  await Promise.all(present.map((entry) => build(entry.config)))
}

if (isMain(import.meta.url)) {
  const start = Date.now()
  const names = process.argv.slice(2)
  await buildEntries(names.length > 0 ? names : undefined)
  console.log(`built in ${Date.now() - start} ms`)
}
