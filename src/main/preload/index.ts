import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { CauceBridge, Environment } from '../../shared/contract/shell.ts'

/** Listens to main on `channel`; answers how to stop. The event object stays here: it could reach more than the page may. */
function listen(channel: string, onMessage: Parameters<typeof ipcRenderer.on>[1]): () => void {
  ipcRenderer.on(channel, onMessage)
  return () => {
    ipcRenderer.off(channel, onMessage)
  }
}

const bridge: CauceBridge = {
  call: (verb, input) => ipcRenderer.invoke('cauce-shell', verb, input),
  tokenForFile: (file) => ipcRenderer.invoke('cauce-file', webUtils.getPathForFile(file as File)),
  onCommand: (listener) =>
    listen('cauce-command', (_event, commandId: string) => {
      listener(commandId)
    }),
  onEnvironment: (listener) =>
    listen('cauce-environment', (_event, environment: Environment) => {
      listener(environment)
    })
}
contextBridge.exposeInMainWorld('cauce', bridge)

// A port cannot cross the bridge, but a message of the window carries it.
ipcRenderer.on('cauce-host-port', (event, marker: string) => {
  window.postMessage(marker, '*', [...event.ports])
})
