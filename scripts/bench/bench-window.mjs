// The real window: from the start of the process to a usable page, and from a click on a model's node to its panel. One JSON
// line each. Nothing drives the app but Chromium's own protocol, and the page itself says when it was usable.
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findCapableNode, root, runToEnd } from '../with-node.mjs'
import { click, prepareWindow, startApp, whenShown } from './app-window.mjs'
import { evaluateInPage } from './page-protocol.mjs'

const STARTS = 7
const CLICKS = 20
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)]
const print = (line) => console.log(JSON.stringify({ bench: 'window', ...line }))
const printLimited = (name, ms, limit) => print({ name, ms, target: `ms <= ${limit}`, ok: ms <= limit })

/** A workspace with the sample business. */
async function makeSample(folder) {
  const file = path.join(folder, 'bench.cauce')
  const made = await runToEnd(findCapableNode(), ['scripts/cauce.mjs', 'new', file, '--sample', 'la-espiga'], {
    cwd: root,
    stdio: ['ignore', 2, 2]
  })
  if (made !== 0) throw new Error(`the workspace was not made: ${made}`)
}

/** Runs in the page: clicks a node and answers the ms until the first frame after the panel shows its element. */
const clickNode = async (index) => {
  const nodes = document.querySelectorAll('[data-testid^="node-"][role="button"]')
  const node = nodes[index % nodes.length]
  const id = node.getAttribute('data-element')
  const isShown = () => document.querySelector('[data-testid="element-panel"]')?.getAttribute('data-element') === id
  const start = performance.now()
  node.click()
  while (!isShown()) await new Promise(requestAnimationFrame)
  await new Promise(requestAnimationFrame)
  return performance.now() - start
}

async function openModel(page) {
  await evaluateInPage(page, click, '[data-testid="rail-models"]')
  await evaluateInPage(page, whenShown, '[data-testid="model-card-idic"]')
  await evaluateInPage(page, click, '[data-testid="model-card-idic"]')
  await evaluateInPage(page, whenShown, '[data-testid="element-panel"]')
}

async function measureStart(folder) {
  const { started, ended, page } = await startApp(folder, 'bench.cauce')
  const usable = (await evaluateInPage(page, whenShown, '[data-testid="home-title"]')) - started
  const figures = (await evaluateInPage(page, whenShown, '[data-testid="home-revenue"]')) - started
  return { usable, figures, page, ended }
}

async function measure(folder) {
  const starts = []
  for (let turn = 0; turn < STARTS; turn++) {
    const start = await measureStart(folder)
    starts.push(start)
    if (turn === STARTS - 1) {
      await openModel(start.page)
      const clicks = []
      for (let index = 1; index <= CLICKS; index++) clicks.push(await evaluateInPage(start.page, clickNode, index))
      printLimited('click on a node to its panel', median(clicks), 100)
      printLimited('the slowest of those clicks', Math.max(...clicks), 100)
    }
    start.page.send('Browser.close')
    await start.ended
  }
  const usable = starts.map((each) => each.usable)
  printLimited('process start to usable window', median(usable), 2000)
  print({ name: 'the slowest of those starts', ms: Math.max(...usable) })
  print({ name: "process start to Home's figures", ms: median(starts.map(({ figures }) => figures)) })
}

if (process.env.CAUCE_BENCH_FOLDER) await measure(process.env.CAUCE_BENCH_FOLDER)
else process.exitCode = await prepareWindow(fileURLToPath(import.meta.url), makeSample)
