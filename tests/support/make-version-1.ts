import { createLocalHost } from '../../src/main/data-host/host.ts'
import { resourcesFolder } from './local-host.ts'

/**
 * Made `tests/fixtures/workspaces/version-1.cauce`; kept to show what is in it. The fixture itself is frozen: later
 * versions must open it, so it is never made anew.
 */
export async function makeVersion1(path: string): Promise<void> {
  const { context, client } = createLocalHost({ resourcesDir: resourcesFolder, now: () => new Date('2026-11-01T09:00:00Z') })
  await client.workspace.createWorkspace({ fileToken: context.files.grant(path), title: 'Ferretería Roble' })
  await context.workspace().change(['customers'], (db) => {
    db.exec(
      `INSERT INTO customers (id, external_id, name, search_key, created_at, updated_at) VALUES (1, 'C-1', 'Ana Prieto', 'ana prieto · c-1', '2026-01-02', '2026-01-02'), (2, 'C-2', 'Bar La Noria', 'bar la noria · c-2', '2026-01-03', '2026-01-03')`
    )
    db.exec(
      `INSERT INTO orders (id, customer_id, external_id, order_date, net_minor) VALUES (1, 1, 'P-1', '2026-02-01', 1250), (2, 2, 'P-2', '2026-03-01', 8000), (3, NULL, 'P-3', '2026-03-02', 499)`
    )
    db.exec(`INSERT INTO order_lines (id, order_id, product, net_exact) VALUES (1, 1, 'Tornillos', '12.50')`)
  })
  const walk = await client.walks.startWalk({ modelId: 'idic' })
  await client.walks.saveStep({ walkId: walk.id, elementId: 'idic.identify', score: 2, answer: { index: 0, text: 'En dos cuadernos.' } })
  await client.plan.addAction({ title: 'Unir los cuadernos', owner: 'Ana', dueDate: '2026-12-01', walkId: walk.id })
  await client.workspace.closeWorkspace()
}
