import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { CauceBridge, Environment, Refusal } from '../../shared/contract/shell.ts'

/** Listens to main on `channel`; answers how to stop. The event object stays here: it could reach more than the page may. */
function listen(channel: string, onMessage: Parameters<typeof ipcRenderer.on>[1]): () => void {
  ipcRenderer.on(channel, onMessage)
  return () => {
    ipcRenderer.off(channel, onMessage)
  }
}

// Main may have something to say before the page listens: the first listener gets it.
let early: Refusal[] = []
const keepEarly = listen('cauce-refusal', (_event, refusal: Refusal) => {
  early.push(refusal)
})

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
    }),
  onRefusal(listener) {
    keepEarly()
    early.forEach(listener)
    early = []
    return listen('cauce-refusal', (_event, refusal: Refusal) => {
      listener(refusal)
    })
  }
}
contextBridge.exposeInMainWorld('cauce', bridge)

// A port cannot cross the bridge, but a message of the window carries it.
ipcRenderer.on('cauce-host-port', (event, marker: string) => {
  window.postMessage(marker, '*', [...event.ports])
})
