import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import type { HostClient } from '../../src/shared/contract/index.ts'
import { answerSaveDialog, createWorkspaceFile, expect, test as base } from './launch.ts'

const test = base.extend({
  file: async ({ folder }, use) => {
    await use(await createWorkspaceFile(join(folder, 'La Espiga.cauce'), { sampleId: 'la-espiga' }))
  }
})

/** What the data host answers about a copy of the same data, asked without a window. */
async function askHost<T>(folder: string, ask: (client: HostClient) => Promise<T>): Promise<T> {
  const { context, client } = createLocalHost({ resourcesDir: resolve('resources') })
  await client.workspace.createWorkspace({ fileToken: context.files.grant(join(folder, 'twin.cauce')), sampleId: 'la-espiga' })
  try {
    return await ask(client)
  } finally {
    await client.workspace.closeWorkspace()
  }
}

async function openTab(page: Page, tab: string): Promise<void> {
  await page.getByTestId('rail-value').click()
  await page.getByTestId(`value-tab-${tab}`).click()
}

function readTable(frame: Locator): Promise<string[][]> {
  return frame
    .getByTestId('chart-table')
    .locator('tbody tr')
    .evaluateAll((rows) => rows.map((row) => Array.from(row.children, (cell) => cell.textContent)))
}

/** Turns the chart to its table and reads it. */
async function openTable(page: Page, id: string): Promise<string[][]> {
  await page.getByTestId(`${id}-table`).click()
  return readTable(page.getByTestId(id))
}

const count = (value: number): string => value.toLocaleString('en-US')
const share = (value: number): string => value.toLocaleString('en-US', { style: 'percent', maximumFractionDigits: 1 })
/** In a column of a chart's table: one precision, whatever the value. */
const cell = (value: number): string =>
  value.toLocaleString('en-US', { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 })

test('behind every chart stands a table with the figures the data host answers', async ({ page, folder, errors }) => {
  test.setTimeout(120_000)
  const { value, cohorts, retention, movement, matrix, backTest } = await askHost(folder, async (client) => ({
    value: await client.value.getValue(),
    cohorts: await client.value.getCohorts(),
    retention: await client.value.getRetention(),
    movement: await client.value.getMovement(),
    matrix: await client.value.getValueMatrix(),
    backTest: await client.value.getBackTest()
  }))

  await openTab(page, 'concentration')
  const curve = await openTable(page, 'value-concentration')
  const drawn = value.concentration.curve.map((point) => [cell(point.customers), cell(point.value)].join())
  expect(curve.length).toBeGreaterThan(50)
  for (const row of curve) expect(drawn).toContain(row.join())
  await expect(page.getByTestId('value-concentration-takeaway')).toContainText(share(value.concentration.top20Share ?? 0))
  const published = await openTable(page, 'value-published')
  const whole = (value.concentration.top20Share ?? 0).toLocaleString('en-US', { style: 'percent' })
  expect(published.map(([, each]) => each).sort()).toEqual([whole, '80%', '73%', '67%', '59%'].sort())
  const classes = await openTable(page, 'value-abc')
  expect(classes.map(([, customers]) => customers)).toEqual(value.concentration.abc.map(({ customers }) => count(customers)))
  const equals = page.getByTestId('dependence-equals').locator('dd')
  await expect(equals).toHaveText(count(Math.round(1 / (value.concentration.herfindahl ?? 1))))

  await openTab(page, 'rfm')
  const cells = await openTable(page, 'value-rfm')
  expect(cells.map(([r, f, , customers]) => [r, f, customers])).toEqual(
    value.rfm.cells.map(({ r, f, customers }) => [String(r), String(f), count(customers)])
  )
  const named = await openTable(page, 'value-named')
  expect(named.map(([, customers]) => customers)).toEqual(value.rfm.segments.map(({ customers }) => count(customers)))
  const life = await openTable(page, 'value-lifecycle')
  expect(life.map(([, customers]) => customers).sort()).toEqual(value.lifecycle.map(({ customers }) => count(customers)).sort())

  await openTab(page, 'cohorts')
  const kept = await openTable(page, 'value-cohorts')
  expect(kept).toHaveLength(cohorts.rows.length + 1)
  kept.slice(0, -1).forEach(([, size, ...row], at) => {
    expect(size).toBe(count(cohorts.rows[at]?.size ?? -1))
    // The first column is whole by definition, and so has no decimals.
    expect(row).toEqual(cohorts.rows[at]?.retention.map((each, column) => (each === null ? '—' : column === 0 ? share(each) : cell(each))))
  })
  const periods = await openTable(page, 'value-retention')
  expect(periods.map((row) => row.slice(2, 6))).toEqual(
    retention.points.map(({ before, kept: stayed, fresh, returned }) => [before, stayed, fresh, returned].map(count))
  )

  await openTab(page, 'movement')
  const flows = await openTable(page, 'value-flow')
  const met = movement.flows.filter(({ from, to }) => from !== 'none' || to !== 'none')
  expect(flows.map(([, , customers]) => customers)).toEqual(met.map(({ customers }) => count(customers)))

  await openTab(page, 'future')
  const points = await openTable(page, 'value-matrix')
  expect(points).toHaveLength(matrix.points.length)
  for (const { id, customers } of matrix.quadrants)
    await expect(page.getByTestId(`quadrant-${id}`)).toHaveAttribute('data-count', String(customers))
  const sentence = page.getByTestId('backtest-sentence')
  await expect(sentence).toContainText(count(backTest.actual), { timeout: 30_000 })
  await expect(sentence).toContainText(count(Math.round(backTest.model?.orders ?? 0)))
  await expect(page.getByTestId('backtest-badge')).toHaveAttribute('data-usable', String(backTest.usable))
  const tracked = await openTable(page, 'value-tracking')
  expect(tracked.map(([, actual]) => actual)).toEqual(backTest.tracking.map(({ actual }) => count(actual)))
  expect(errors).toEqual([])
})

test('the keys read a chart value by value and open the customers behind one', async ({ page, folder, errors }) => {
  const { rfm } = await askHost(folder, (client) => client.value.getValue())
  await openTab(page, 'rfm')
  const frame = page.getByTestId('value-rfm')
  await frame.getByTestId('chart-drawing').focus()
  await page.keyboard.press('ArrowRight')
  const reading = frame.getByTestId('chart-reading')
  const first = rfm.cells.find(({ r, f }) => r === 1 && f === 5)
  await expect(reading).toContainText('R1 F5')
  await expect(reading).toContainText(`Customers: ${String(first?.customers)}`)
  await page.keyboard.press('End')
  await expect(reading).toContainText('R5 F5')
  await page.keyboard.press('ArrowDown')
  await expect(reading).toContainText('R5 F4')
  await page.keyboard.press('Home')
  await expect(reading).toContainText('R1 F4')
  await page.keyboard.press('Escape')
  await expect(reading).toHaveText('')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('End')
  await page.keyboard.press('Enter')
  const best = rfm.cells.find(({ r, f }) => r === 5 && f === 5)
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(best?.customers))
  expect(errors).toEqual([])
})

test('the pointer shows the value under it, and a click opens it', async ({ page, errors }) => {
  await openTab(page, 'rfm')
  const frame = page.getByTestId('value-lifecycle')
  const bar = frame.locator('[data-point=active]')
  await bar.hover()
  await expect(frame.getByTestId('chart-tip')).toContainText('Active')
  const shown = await frame.getByTestId('chart-tip').textContent()
  await bar.click()
  const total = await page.getByTestId('customers-total').getAttribute('data-count')
  expect(shown).toContain(count(Number(total)))
  expect(errors).toEqual([])
})

test('a chart is saved as SVG, as PNG and its data as CSV', async ({ page, electronApp, folder, errors }) => {
  await openTab(page, 'rfm')
  const table = await openTable(page, 'value-named')
  const save = async (kind: 'svg' | 'png' | 'csv'): Promise<Buffer> => {
    const path = join(folder, `chart.${kind}`)
    await answerSaveDialog(electronApp, path)
    await page.getByTestId('value-named-export').click()
    await page.getByTestId(`value-named-${kind}`).click()
    await expect(() => {
      expect(existsSync(path)).toBe(true)
    }).toPass({ timeout: 20_000 })
    return readFileSync(path)
  }
  const svg = (await save('svg')).toString()
  const isWell = await page.evaluate((text) => {
    const parsed = new DOMParser().parseFromString(text, 'image/svg+xml')
    return parsed.querySelector('parsererror') === null && parsed.documentElement.nodeName === 'svg'
  }, svg)
  expect(isWell).toBe(true)
  expect(svg).toContain('Champions')
  expect(svg).toContain('@font-face')
  expect(svg).toContain(table[0]?.[1])
  expect(svg).not.toMatch(/<script|href=|https?:\/\/(?!www\.w3\.org)/)
  const png = await save('png')
  expect(png.subarray(1, 4).toString()).toBe('PNG')
  expect(png.readUInt32BE(16)).toBeGreaterThan(1500)
  const rows = (await save('csv')).toString().replace('\ufeff', '').trim().split('\r\n')
  expect(rows[0]).toBe('Segment,Customers,Revenue (EUR),Mean score')
  expect(rows.slice(1).map((row) => row.split(',')[1])).toEqual(table.map(([, customers]) => customers?.replaceAll(',', '')))
  expect(errors).toEqual([])
})

test('the long tables are saved whole, not only the rows in sight', async ({ page, electronApp, folder, errors }) => {
  const save = async (id: string): Promise<string[]> => {
    const path = join(folder, `${id}.csv`)
    await answerSaveDialog(electronApp, path)
    await page.getByTestId(id).click()
    await expect(() => {
      expect(existsSync(path)).toBe(true)
    }).toPass({ timeout: 20_000 })
    return readFileSync(path).toString().replace('\ufeff', '').trim().split('\r\n')
  }
  const { strategic, lifetimes } = await askHost(folder, async (client) => ({
    strategic: await client.value.listStrategic({ limit: 1000 }),
    lifetimes: await client.value.listLifetimes({ limit: 1000 })
  }))
  await openTab(page, 'concentration')
  await page.getByTestId('value-ssc').getByTestId('table-row').first().waitFor()
  const [heading, ...rows] = await save('ssc-export')
  expect(heading).toBe('Place,Id,Customer,Why,State,Margin (EUR),Share,Value (EUR),Flags')
  expect(rows).toHaveLength(strategic.total)
  expect(rows[0]).toContain(strategic.rows[0]?.name)

  await openTab(page, 'future')
  await page.getByTestId('value-lifetimes').getByTestId('table-row').first().waitFor()
  const [, ...all] = await save('lifetime-export')
  expect(lifetimes.total).toBeGreaterThan(1000)
  expect(all).toHaveLength(lifetimes.total)
  expect(all[999]).toContain(lifetimes.rows[999]?.name)
  expect(errors).toEqual([])
})

test('survivors of a contract are typed, refused in words, and projected', async ({ page, errors }) => {
  await openTab(page, 'cohorts')
  const field = page.getByTestId('contract-survivors')
  const curve = page.getByTestId('value-contract-curve')
  await field.fill('1000 many')
  await expect(page.getByTestId('value-contract')).toContainText('“many” is no number')
  await field.fill('1000 631 700')
  await expect(page.getByTestId('value-contract')).toContainText('can’t be more later than before')
  await expect(curve).toBeHidden()
  await page.getByTestId('contract-regular').click()
  await expect(curve.getByTestId('value-contract-curve-basis')).toContainText('not your data')
  await curve.getByTestId('explain-f_contract_retention').click()
  await expect(page.getByTestId('explanation')).toContainText('0.704')
  await expect(page.getByTestId('explanation')).toContainText('1.182')
  await page.keyboard.press('Escape')
  const table = await openTable(page, 'value-contract-curve')
  expect(table).toHaveLength(16)
  expect(table[1]?.slice(0, 3)).toEqual(['1', '63.1%', '62.7%'])
  // What was typed is there again after looking elsewhere.
  await page.getByTestId('value-tab-movement').click()
  await page.getByTestId('value-tab-cohorts').click()
  await expect(field).toHaveValue(/63\.1/)
  expect(errors).toEqual([])
})

test('what customers say stands with its margin and number of answers', async ({ page, folder, errors }) => {
  const { nps, csat } = await askHost(folder, (client) => client.value.getOpinions())
  await openTab(page, 'cohorts')
  const said = page.getByTestId('opinion-nps')
  await expect(said).toContainText(count(Math.round(nps.value ?? 0)))
  await expect(said).toContainText(`± ${count(Math.round(nps.margin ?? 0))}`)
  await expect(said).toContainText(`${count(nps.respondents)} answers`)
  const table = await openTable(page, 'value-opinions')
  expect(table.slice(0, 3).map(([, answers]) => answers)).toEqual([nps.promoters, nps.passives, nps.detractors].map(count))
  expect(table.find(([name]) => name === 'Satisfaction (CSAT)')?.[1]).toBe(count(csat.respondents))
  expect(errors).toEqual([])
})

test('a customer is flagged in place and by name, and either is undone', async ({ page, errors }) => {
  await openTab(page, 'concentration')
  const second = page.getByTestId('value-ssc').getByTestId('table-row').nth(1)
  const flag = second.getByTestId('flag-door_opener')
  await expect(flag).toHaveAttribute('aria-pressed', 'false')
  await flag.click()
  await expect(flag).toHaveAttribute('aria-pressed', 'true')
  await expect(second).toContainText('Door opener')
  await page.getByTestId('notice-action').click()
  await expect(flag).toHaveAttribute('aria-pressed', 'false')
  await expect(second).not.toContainText('Door opener')

  await page.getByTestId('flag-add').click()
  await page.getByTestId('flag-customer').fill('bar')
  await page.getByRole('option').last().click()
  await page.getByTestId('flag-kind').click()
  await page.getByRole('option', { name: 'Inspiration' }).click()
  await page.getByTestId('flag-reason').fill('Invented the rye day')
  await page.getByTestId('flag-save').click()
  await expect(page.getByText('Inspiration · 2')).toBeVisible()
  await page.getByText('Inspiration · 2').click()
  await expect(page.getByTestId('value-ssc')).toContainText('Invented the rye day')
  await page.keyboard.press('Control+z')
  await expect(page.getByText('Inspiration · 1')).toBeVisible()
  expect(errors).toEqual([])
})

test('movement follows the two dates, and a flow opens who made it', async ({ page, folder, errors }) => {
  const options = { states: 'value', from: '2025-03-31', to: '2026-03-31' } as const
  const movement = await askHost(folder, (client) => client.value.getMovement(options))
  await openTab(page, 'movement')
  await page.getByTestId('movement-states').locator('label').nth(2).click()
  await page.getByTestId('movement-from').fill('3/31/2025')
  await page.getByTestId('movement-from').press('Enter')
  await page.getByTestId('movement-to').fill('3/31/2026')
  await page.getByTestId('movement-to').press('Enter')
  await expect(page.getByTestId('value-flow-basis')).toContainText('from Mar 31, 2025 to Mar 31, 2026')
  const stayed = movement.flows.filter(({ from, to }) => from === to && from !== 'none').reduce((sum, { customers }) => sum + customers, 0)
  await expect(page.getByTestId('value-flow-takeaway')).toContainText(count(stayed))
  const left = movement.flows.find(({ from, to }) => from === 'top20' && to === 'next30')
  await page.getByTestId('value-transitions').locator('[data-point=move-top20-next30]').click()
  await expect(page.getByTestId('customers-total')).toHaveAttribute('data-count', String(left?.customers))
  await expect(page.getByTestId('filter-chip')).toContainText('Top 20% → Next 30%')

  await page.getByTestId('rail-value').click()
  await expect(page.getByTestId('value-flow-basis')).toContainText('Mar 31, 2025')
  await page.getByTestId('movement-to').fill('3/31/2024')
  await page.getByTestId('movement-to').press('Enter')
  await expect(page.getByText('Must come after the first date.')).toBeVisible()
  expect(errors).toEqual([])
})

test('another way of scoring changes the grid, says so, and is undone', async ({ page, errors }) => {
  await openTab(page, 'rfm')
  const basis = page.getByTestId('value-rfm-basis')
  await expect(basis).toContainText('Scheme A: R × F')
  await page.getByTestId('rfm-options').click()
  await page.getByTestId('rfm-option-scheme').click()
  await page.getByRole('option', { name: 'Scheme B' }).click()
  await page.getByTestId('rfm-options-save').click()
  await expect(basis).toContainText('Scheme B')
  await expect(page.getByTestId('value-named')).toBeVisible()
  await page.getByTestId('notice-action').click()
  await expect(basis).toContainText('Scheme A: R × F')
  expect(errors).toEqual([])
})
