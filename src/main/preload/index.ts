import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { CauceBridge } from '../../shared/contract/shell.ts'

/** Hands on what main says on `channel`, without the event object; answers how to stop. */
function listen(channel: string, listener: (value: never) => void): () => void {
  const onMessage = (_event: unknown, value: never): void => {
    listener(value)
  }
  ipcRenderer.on(channel, onMessage)
  return () => {
    ipcRenderer.off(channel, onMessage)
  }
}

const bridge: CauceBridge = {
  call: (verb, input) => ipcRenderer.invoke('cauce-shell', verb, input),
  tokenForFile: (file) => ipcRenderer.invoke('cauce-file', webUtils.getPathForFile(file as File)),
  onCommand: (listener) => listen('cauce-command', listener),
  onEnvironment: (listener) => listen('cauce-environment', listener)
}
contextBridge.exposeInMainWorld('cauce', bridge)

// A port cannot cross the bridge, but a message of the window carries it.
ipcRenderer.on('cauce-host-port', (event, marker: string) => {
  window.postMessage(marker, '*', [...event.ports])
})
