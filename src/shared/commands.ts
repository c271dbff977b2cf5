/** Where a command stands in the application menu. */
export const MENU_PLACES = ['file', 'edit', 'view', 'go', 'help'] as const
export type MenuPlace = (typeof MENU_PLACES)[number]

export interface CommandEntry {
  readonly id: string
  readonly menu: MenuPlace
  /** In Electron's notation (`CmdOrCtrl+K`): Cmd on macOS, Ctrl elsewhere. */
  readonly accelerator?: string
  /** Key of the command's name in the messages. */
  readonly messageKey: string
  /** Opens a group: a line stands above it in the menu. */
  readonly opensGroup?: boolean
  /** Works with no workspace open; the others are greyed out on the start screen. */
  readonly always?: boolean
}

/** Every command a person can reach from menu, palette or keyboard, in menu order. What it does lives in the window. */
export const COMMANDS = [
  { id: 'workspace.new', menu: 'file', accelerator: 'CmdOrCtrl+N', messageKey: 'menu.workspace.new', always: true },
  { id: 'workspace.open', menu: 'file', accelerator: 'CmdOrCtrl+O', messageKey: 'menu.workspace.open', always: true },
  { id: 'workspace.openRecent', menu: 'file', accelerator: 'CmdOrCtrl+Shift+O', messageKey: 'menu.workspace.openRecent', always: true },
  { id: 'workspace.sample', menu: 'file', messageKey: 'menu.workspace.sample', always: true },
  { id: 'workspace.saveCopy', menu: 'file', accelerator: 'CmdOrCtrl+Shift+S', messageKey: 'menu.workspace.saveCopy', opensGroup: true },
  { id: 'workspace.training', menu: 'file', messageKey: 'menu.workspace.training' },
  { id: 'import.open', menu: 'file', accelerator: 'CmdOrCtrl+I', messageKey: 'menu.import.open', opensGroup: true },
  { id: 'export.customers', menu: 'file', messageKey: 'menu.export.customers' },
  { id: 'report.pdf', menu: 'file', accelerator: 'CmdOrCtrl+P', messageKey: 'menu.report.pdf', opensGroup: true },
  { id: 'report.markdown', menu: 'file', messageKey: 'menu.report.markdown' },
  { id: 'report.html', menu: 'file', messageKey: 'menu.report.html' },
  { id: 'diagram.svg', menu: 'file', messageKey: 'menu.diagram.svg' },
  { id: 'diagram.png', menu: 'file', messageKey: 'menu.diagram.png' },
  { id: 'interaction.log', menu: 'file', accelerator: 'CmdOrCtrl+J', messageKey: 'menu.interaction.log', opensGroup: true },
  { id: 'customer.new', menu: 'file', messageKey: 'menu.customer.new' },
  { id: 'model.new', menu: 'file', messageKey: 'menu.model.new', opensGroup: true },
  { id: 'model.copy', menu: 'file', messageKey: 'menu.model.copy' },
  { id: 'model.edit', menu: 'file', messageKey: 'menu.model.edit' },
  { id: 'model.import', menu: 'file', messageKey: 'menu.model.import' },
  { id: 'model.export', menu: 'file', messageKey: 'menu.model.export' },
  { id: 'diagram.new', menu: 'file', messageKey: 'menu.diagram.new', opensGroup: true },
  { id: 'diagram.import', menu: 'file', messageKey: 'menu.diagram.import' },
  { id: 'diagram.export', menu: 'file', accelerator: 'CmdOrCtrl+Shift+E', messageKey: 'menu.diagram.export' },
  { id: 'schema.import', menu: 'file', messageKey: 'menu.schema.import' },
  { id: 'segment.new', menu: 'file', messageKey: 'menu.segment.new', opensGroup: true },
  { id: 'segment.edit', menu: 'file', messageKey: 'menu.segment.edit' },
  { id: 'workspace.close', menu: 'file', accelerator: 'CmdOrCtrl+W', messageKey: 'menu.workspace.close', opensGroup: true },
  { id: 'edit.undo', menu: 'edit', accelerator: 'CmdOrCtrl+Z', messageKey: 'menu.edit.undo' },
  { id: 'edit.redo', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+Z', messageKey: 'menu.edit.redo' },
  { id: 'edit.duplicate', menu: 'edit', accelerator: 'CmdOrCtrl+D', messageKey: 'menu.edit.duplicate', opensGroup: true },
  { id: 'edit.delete', menu: 'edit', accelerator: 'Delete', messageKey: 'menu.edit.delete' },
  { id: 'edit.find', menu: 'edit', accelerator: 'CmdOrCtrl+F', messageKey: 'menu.edit.find' },
  { id: 'diagram.connect', menu: 'edit', accelerator: 'CmdOrCtrl+L', messageKey: 'menu.diagram.connect', opensGroup: true },
  { id: 'diagram.group', menu: 'edit', accelerator: 'CmdOrCtrl+G', messageKey: 'menu.diagram.group' },
  { id: 'diagram.ungroup', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+G', messageKey: 'menu.diagram.ungroup' },
  { id: 'diagram.lock', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+B', messageKey: 'menu.diagram.lock' },
  { id: 'diagram.reroute', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+R', messageKey: 'menu.diagram.reroute' },
  { id: 'diagram.layout', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+F', messageKey: 'menu.diagram.layout' },
  { id: 'diagram.link', menu: 'edit', accelerator: 'CmdOrCtrl+Shift+K', messageKey: 'menu.diagram.link', opensGroup: true },
  { id: 'view.palette', menu: 'view', accelerator: 'CmdOrCtrl+K', messageKey: 'menu.view.palette', always: true },
  { id: 'view.panel', menu: 'view', accelerator: 'CmdOrCtrl+B', messageKey: 'menu.view.panel' },
  { id: 'view.mask', menu: 'view', accelerator: 'CmdOrCtrl+Shift+M', messageKey: 'menu.view.mask' },
  { id: 'view.theme', menu: 'view', accelerator: 'CmdOrCtrl+Shift+T', messageKey: 'menu.view.theme', opensGroup: true, always: true },
  { id: 'view.language', menu: 'view', accelerator: 'CmdOrCtrl+Shift+L', messageKey: 'menu.view.language', always: true },
  { id: 'canvas.fit', menu: 'view', accelerator: 'CmdOrCtrl+0', messageKey: 'menu.canvas.fit', opensGroup: true },
  { id: 'canvas.zoomIn', menu: 'view', accelerator: 'CmdOrCtrl+Plus', messageKey: 'menu.canvas.zoomIn' },
  { id: 'canvas.zoomOut', menu: 'view', accelerator: 'CmdOrCtrl+-', messageKey: 'menu.canvas.zoomOut' },
  { id: 'diagram.panels', menu: 'view', accelerator: 'CmdOrCtrl+Shift+H', messageKey: 'menu.diagram.panels' },
  { id: 'diagram.map', menu: 'view', accelerator: 'CmdOrCtrl+Shift+Y', messageKey: 'menu.diagram.map' },
  { id: 'diagram.present', menu: 'view', accelerator: 'F5', messageKey: 'menu.diagram.present', opensGroup: true },
  { id: 'diagram.presentHere', menu: 'view', accelerator: 'Shift+F5', messageKey: 'menu.diagram.presentHere' },
  { id: 'diagram.path', menu: 'view', messageKey: 'menu.diagram.path' },
  { id: 'go.home', menu: 'go', accelerator: 'CmdOrCtrl+1', messageKey: 'menu.go.home' },
  { id: 'go.customers', menu: 'go', accelerator: 'CmdOrCtrl+2', messageKey: 'menu.go.customers' },
  { id: 'go.segments', menu: 'go', accelerator: 'CmdOrCtrl+3', messageKey: 'menu.go.segments' },
  { id: 'go.value', menu: 'go', accelerator: 'CmdOrCtrl+4', messageKey: 'menu.go.value' },
  { id: 'go.models', menu: 'go', accelerator: 'CmdOrCtrl+5', messageKey: 'menu.go.models' },
  { id: 'go.diagrams', menu: 'go', accelerator: 'CmdOrCtrl+6', messageKey: 'menu.go.diagrams' },
  { id: 'go.plan', menu: 'go', accelerator: 'CmdOrCtrl+7', messageKey: 'menu.go.plan' },
  { id: 'go.reports', menu: 'go', accelerator: 'CmdOrCtrl+8', messageKey: 'menu.go.reports' },
  { id: 'go.settings', menu: 'go', accelerator: 'CmdOrCtrl+,', messageKey: 'menu.go.settings' },
  { id: 'go.compare', menu: 'go', accelerator: 'CmdOrCtrl+9', messageKey: 'menu.go.compare', opensGroup: true },
  { id: 'go.choose', menu: 'go', messageKey: 'menu.go.choose' },
  { id: 'go.simulator', menu: 'go', messageKey: 'menu.go.simulator' },
  { id: 'go.overlap', menu: 'go', messageKey: 'menu.go.overlap' },
  { id: 'walk.start', menu: 'go', accelerator: 'CmdOrCtrl+Enter', messageKey: 'menu.walk.start', opensGroup: true },
  { id: 'assessment.open', menu: 'go', messageKey: 'menu.assessment.open' },
  { id: 'walk.next', menu: 'go', accelerator: 'Alt+Right', messageKey: 'menu.walk.next' },
  { id: 'walk.back', menu: 'go', accelerator: 'Alt+Left', messageKey: 'menu.walk.back' },
  { id: 'help.tour', menu: 'help', accelerator: 'F1', messageKey: 'menu.help.tour', always: true },
  { id: 'help.about', menu: 'help', messageKey: 'menu.help.about', always: true }
] as const satisfies readonly CommandEntry[]

export type CommandId = (typeof COMMANDS)[number]['id']
