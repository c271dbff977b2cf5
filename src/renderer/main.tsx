import '@fontsource-variable/inter/index.css'
import '@fontsource-variable/newsreader/opsz.css'
import '@mantine/core/styles.css'
import '@mantine/notifications/styles.css'
import '@mantine/spotlight/styles.css'
import './app/tokens.css'
import './app/base.css'
import './ui/ui.css'
import './app/frame/frame.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { listenForHost } from './api/client.ts'
import { App } from './app/App.tsx'
import { applyTheme, startEnvironment } from './stores/environment.ts'

// Before anything is awaited: the port is posted once the page has loaded, and a message nobody hears is lost.
listenForHost()
await startEnvironment()
// Before anything is drawn: until then the page is see-through, on the window's own ground.
applyTheme()

const root = document.getElementById('root')
if (root) {
  createRoot(root).render(
    <StrictMode>
      <App />
    </StrictMode>
  )
}
