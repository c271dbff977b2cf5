import { join, sep } from 'node:path'
import { app } from 'electron'

/** Where the built programs and the resources are. A plain Node process cannot read inside app.asar, hence `unpacked`. */
export function findLocations(): { preload: string; renderer: string; hostScript: string; resources: string } {
  const root = app.getAppPath()
  const unpacked = root.endsWith(`${sep}app.asar`) ? `${root}.unpacked` : root
  return {
    preload: join(root, 'out', 'preload', 'index.cjs'),
    renderer: join(root, 'out', 'renderer'),
    hostScript: join(unpacked, 'out', 'main', 'data-host.cjs'),
    resources: app.isPackaged ? join(process.resourcesPath, 'resources') : join(root, 'resources')
  }
}

/** Address of the development server, in development only. */
export function findDevUrl(): string | undefined {
  return app.isPackaged ? undefined : process.env['CAUCE_DEV_URL']
}
