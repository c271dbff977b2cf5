import { createLocalHost } from '../../src/main/data-host/host.ts'
import { resourcesFolder } from './local-host.ts'

// A person typing: each answer is reported after it was saved, until the process is killed.
const [path = '', walkId = '1'] = process.argv.slice(2)
const { context, client } = createLocalHost({ resourcesDir: resourcesFolder })
await client.workspace.openWorkspace({ fileToken: context.files.grant(path) })
const { currentElementId } = await client.walks.getWalk({ id: Number(walkId) })
for (let typed = 1; ; typed += 1) {
  await client.walks.saveStep({
    walkId: Number(walkId),
    elementId: currentElementId ?? '',
    answer: { index: 1, text: `respuesta ${String(typed)}` }
  })
  process.stdout.write(`${String(typed)}\n`)
}
