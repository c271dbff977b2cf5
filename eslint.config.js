import js from '@eslint/js'
import hooks from 'eslint-plugin-react-hooks'
import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const DOORS = {
  electron: { name: 'electron', message: 'Only main and preload know Electron. Ask main through src/shared/contract/shell.ts.' },
  ipcMain: {
    name: 'electron',
    importNames: ['ipcMain'],
    message: 'Add a verb to src/shared/contract/shell.ts: src/main/shell/handle.ts checks who asks and what.'
  },
  ipcRenderer: {
    name: 'electron',
    importNames: ['ipcRenderer'],
    message: 'The page calls window.cauce (src/main/preload); nothing else crosses.'
  },
  sqlite: {
    name: 'better-sqlite3',
    message: 'Only src/main/data-host/database opens a file. Take the connections of the open workspace (type imports are fine).',
    allowTypeImports: true
  }
}
const WRITERS = [
  'writeFile',
  'writeFileSync',
  'appendFile',
  'appendFileSync',
  'createWriteStream',
  'copyFile',
  'copyFileSync',
  'rename',
  'renameSync'
]
const writers = (name) => ({
  name,
  importNames: WRITERS,
  message: 'Files are written in src/main/files only: atomicWrite and replaceFile leave the old file or the whole new one.'
})
const WRITING = ['node:fs', 'node:fs/promises'].map(writers)
const close = (...paths) => ({ '@typescript-eslint/no-restricted-imports': ['error', { paths }] })
const inShared = 'shared computes the same answer everywhere: take the date or the random source as an argument.'

export default defineConfig(
  globalIgnores(['out/', 'release/', 'coverage/', 'node_modules/', 'test-results/']),
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      // Numbers in a text are what a text is for.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'all' }],
      // An arrow that only calls on is clear as it is.
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      '@typescript-eslint/consistent-type-imports': 'error'
    }
  },
  { files: ['src/**/*.{ts,tsx}'], rules: close(DOORS.electron, DOORS.sqlite, ...WRITING) },
  { files: ['src/main/**/*.ts'], rules: close(DOORS.ipcMain, DOORS.ipcRenderer, DOORS.sqlite, ...WRITING) },
  { files: ['src/main/shell/handle.ts'], rules: close(DOORS.ipcRenderer, DOORS.sqlite, ...WRITING) },
  { files: ['src/main/preload/**/*.ts'], rules: close(DOORS.ipcMain, DOORS.sqlite, ...WRITING) },
  { files: ['src/main/data-host/**/*.ts', 'src/main/cli/**/*.ts'], rules: close(DOORS.electron, DOORS.sqlite, ...WRITING) },
  { files: ['src/main/data-host/database/**/*.ts'], rules: close(DOORS.electron, ...WRITING) },
  // The start-up self-test loads the component itself.
  { files: ['src/main/data-host/index.ts'], rules: close(DOORS.electron, ...WRITING) },
  { files: ['src/main/files/**/*.ts'], rules: close(DOORS.electron, DOORS.sqlite) },
  {
    files: ['src/shared/**/*.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: inShared },
        { object: 'Math', property: 'random', message: inShared }
      ],
      'no-restricted-syntax': ['error', { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: inShared }]
    }
  },
  {
    // Loops over parallel typed arrays read inside their bounds; a `?? 0` there would turn a wrong index into a wrong figure.
    files: ['src/shared/analytics/**/*.ts', 'src/main/data-host/{figures,segments,evidence,repositories,duplicates,data-health}/**/*.ts'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off' }
  },
  { files: ['*.config.ts'], extends: [tseslint.configs.disableTypeChecked], languageOptions: { parserOptions: { projectService: false } } },
  {
    files: ['src/renderer/**/*.{ts,tsx}'],
    extends: [hooks.configs.flat['recommended-latest']],
    // It warns of libraries the React compiler passes over (the table's virtualiser); the app is built without that compiler.
    rules: { 'react-hooks/incompatible-library': 'off' }
  },
  {
    files: ['tests/**/*.{ts,tsx}'],
    rules: {
      // Playwright reads the fixtures a function needs from its first argument, which must be a pattern.
      'no-empty-pattern': 'off',
      // A test says what must be there; when it is not, the test fails all the same.
      '@typescript-eslint/no-non-null-assertion': 'off'
    }
  },
  {
    files: ['**/*.{mjs,cjs}', '*.js'],
    languageOptions: {
      globals: Object.fromEntries(
        [
          'process',
          'console',
          'Buffer',
          'setTimeout',
          'clearTimeout',
          'performance',
          'URL',
          'module',
          'window',
          'document',
          'Image',
          'requestAnimationFrame',
          'localStorage',
          'location',
          'WebSocket',
          'fetch',
          'structuredClone'
        ].map((name) => [name, 'readonly'])
      )
    }
  }
)
