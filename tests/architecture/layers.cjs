// Which folder of src may import which: one line per folder, read by dependency-cruiser. What is not allowed here is an
// error, so a folder without a line cannot import anything, and nothing can import it.

const SHARED = [
  'shared',
  'shared/domain',
  'shared/models',
  'shared/diagrams',
  'shared/analytics',
  'shared/segments',
  'shared/cleaning',
  'shared/contract',
  'shared/i18n',
  'shared/i18n/messages'
]
const RENDERER_BASE = [...SHARED, 'renderer/api', 'renderer/ui', 'renderer/stores']
const HOST = 'main/data-host'
const hostParts = (...names) => names.map((name) => `${HOST}/${name}`)

/** Folder: the folders it may import besides itself. Subfolders not named here belong to the nearest folder above. */
const LAYERS = {
  // Runs anywhere; points nowhere else.
  shared: SHARED,
  'shared/domain': [],
  'shared/models': ['shared/domain', 'shared/contract', 'shared/i18n', 'shared/i18n/messages'],
  'shared/diagrams': ['shared/domain', 'shared/models', 'shared/contract', 'shared/i18n', 'shared/i18n/messages'],
  'shared/analytics': ['shared/domain', 'shared/contract'],
  'shared/segments': ['shared/domain', 'shared/i18n'],
  // The recipe's shape is part of the contract; what it does to cells is not.
  'shared/cleaning': ['shared/domain'],
  'shared/contract': ['shared/domain', 'shared/models', 'shared/diagrams', 'shared/segments', 'shared/cleaning'],
  'shared/i18n': ['shared/domain', 'shared/i18n/messages', 'shared/contract'],
  'shared/i18n/messages': ['shared/domain'],

  // Main: windows, menus, dialogs; reaches the data host over ports only (types of what is said to it aside).
  main: ['main/windows', 'main/menu', 'main/shell'],
  'main/windows': [...SHARED, 'main/host-link', 'main/shell'],
  'main/menu': SHARED,
  'main/shell': [...SHARED, 'main/windows', 'main/files'],
  'main/host-link': [...SHARED, HOST],
  'main/files': ['shared/domain'],
  'main/preload': ['shared/contract'],
  'main/cli': [
    ...SHARED,
    'main/files',
    HOST,
    ...hostParts('imports', 'duplicates', 'repositories', 'samples', 'database', 'reports', 'models', 'diagrams', 'interchange')
  ],

  // The data host, a program of its own.
  [HOST]: [...SHARED, 'main/files', ...hostParts('database', 'procedures', 'figures')],
  [`${HOST}/database`]: [...SHARED, 'main/files', HOST],
  [`${HOST}/repositories`]: [...SHARED, HOST, ...hostParts('database', 'figures', 'evidence')],
  [`${HOST}/figures`]: [...SHARED, HOST, ...hostParts('database', 'repositories', 'segments', 'duplicates')],
  [`${HOST}/duplicates`]: [...SHARED, HOST, ...hostParts('database', 'repositories', 'figures')],
  [`${HOST}/segments`]: [...SHARED, HOST, ...hostParts('database', 'repositories', 'figures')],
  [`${HOST}/imports`]: [...SHARED, 'main/files', HOST, ...hostParts('database', 'repositories', 'figures', 'privacy')],
  [`${HOST}/samples`]: [...SHARED, HOST, ...hostParts('database', 'repositories')],
  [`${HOST}/models`]: [...SHARED, HOST, ...hostParts('database', 'repositories')],
  // The diagrams people draw: their store, links, layout.
  [`${HOST}/diagrams`]: [
    ...SHARED,
    HOST,
    ...hostParts('database', 'repositories', 'models', 'evidence', 'figures', 'segments', 'interchange')
  ],
  [`${HOST}/data-health`]: [...SHARED, HOST, ...hostParts('database', 'repositories', 'figures', 'duplicates', 'segments', 'evidence')],
  [`${HOST}/privacy`]: [...SHARED, 'main/files', HOST, ...hostParts('database', 'repositories', 'figures', 'reports')],
  [`${HOST}/evidence`]: [...SHARED, HOST, ...hostParts('database', 'repositories', 'figures', 'segments', 'models')],
  [`${HOST}/interchange`]: [
    ...SHARED,
    'main/files',
    HOST,
    ...hostParts('database', 'repositories', 'models', 'evidence', 'figures', 'segments', 'imports')
  ],
  [`${HOST}/reports`]: [
    ...SHARED,
    'main/files',
    HOST,
    ...hostParts('database', 'repositories', 'models', 'evidence', 'interchange', 'segments', 'figures')
  ],
  [`${HOST}/exports`]: [...SHARED, 'main/files', HOST, ...hostParts('database', 'repositories', 'figures', 'reports')],
  [`${HOST}/procedures`]: [
    ...SHARED,
    'main/files',
    HOST,
    ...hostParts(
      'database',
      'repositories',
      'figures',
      'segments',
      'imports',
      'exports',
      'samples',
      'models',
      'evidence',
      'diagrams',
      'interchange',
      'reports',
      'data-health',
      'duplicates',
      'privacy'
    )
  ],

  // The window. Feature folders never import each other: a screen joins them.
  renderer: [...RENDERER_BASE, 'renderer/app', 'renderer/screens'],
  'renderer/app': [...RENDERER_BASE, 'renderer/screens'],
  'renderer/screens': [...RENDERER_BASE, 'renderer/features/*'],
  'renderer/features/*': RENDERER_BASE,
  'renderer/stores': [...SHARED, 'renderer/api'],
  'renderer/api': [...SHARED, 'renderer/ui', 'renderer/stores'],
  'renderer/ui': SHARED
}

/** Which packages a part may use, and whether it may use Node's own modules. */
const OUTSIDE = [
  { from: '^src/shared/', packages: ['@orpc/contract', 'zod', 'i18next', 'libphonenumber-js', 'stdnum'] },
  { from: '^src/main/(index[.]ts|windows|menu|shell|host-link|files)', packages: ['electron', '@orpc/client', 'zod'], node: true },
  { from: '^src/main/preload/', packages: ['electron'] },
  {
    from: '^src/main/(data-host|cli)/',
    packages: [
      'better-sqlite3',
      '@types/better-sqlite3',
      '@orpc/server',
      '@orpc/client',
      'zod',
      'saxes',
      'yauzl',
      'write-excel-file',
      'elkjs',
      'fflate',
      'pptxgenjs',
      '@types/yauzl'
    ],
    node: true
  },
  {
    from: '^src/renderer/',
    packages: [
      'react',
      'react-dom',
      'react-i18next',
      'i18next',
      '@types/react',
      '@types/react-dom',
      '@mantine',
      '@tabler',
      '@fontsource-variable',
      'zod',
      '@orpc/client',
      '@orpc/tanstack-query',
      '@tanstack',
      '@xyflow',
      'zustand'
    ]
  }
]

const escapeFolder = (folder) => folder.replace(/[.]/g, '[.]').replace('/*', '/[^/]+')
const namedBelow = (folder) =>
  Object.keys(LAYERS)
    .filter((other) => other.startsWith(`${folder}/`))
    .map((other) => escapeFolder(other.slice(folder.length + 1)))
/** Files of a folder, without those of subfolders that have a line of their own. */
const filesOf = (folder) => {
  const below = namedBelow(folder)
  return `^src/${escapeFolder(folder)}/${below.length > 0 ? `(?!(${below.join('|')})/)` : ''}`
}

const inside = Object.entries(LAYERS).flatMap(([folder, others]) => {
  const own = folder.endsWith('/*')
    ? { from: { path: `^src/${folder.replace('/*', '/([^/]+)/')}` }, to: { path: `^src/${folder.replace('/*', '/$1/')}` } }
    : { from: { path: filesOf(folder) }, to: { path: filesOf(folder) } }
  const rest = others.filter((other) => other !== folder)
  return rest.length > 0 ? [own, { from: { path: filesOf(folder) }, to: { path: rest.map(filesOf).join('|') } }] : [own]
})
const outside = OUTSIDE.flatMap(({ from, packages, node }) => [
  { from: { path: from }, to: { path: `^node_modules/(${packages.join('|')})/` } },
  ...(node ? [{ from: { path: from }, to: { dependencyTypes: ['core'] } }] : [])
])

module.exports = {
  forbidden: [
    {
      name: 'no-cycle',
      comment: 'A cycle has no first file to understand.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } }
    },
    {
      name: 'host-link-knows-types-only',
      comment: 'Main and the data host are two programs: they share what is said, not code.',
      severity: 'error',
      from: { path: '^src/main/host-link/' },
      to: { path: '^src/main/data-host/', dependencyTypesNot: ['type-only'] }
    }
  ],
  allowed: [...inside, ...outside],
  allowedSeverity: 'error',
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.css', '.d.ts']
    }
  }
}
