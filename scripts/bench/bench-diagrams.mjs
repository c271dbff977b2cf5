// Frame times of the diagram editor in the real window, at 500 to 5,000 shapes with half as many lines again: panning with all in
// sight and at full size, zooming, dragging a shape and dragging everything. One JSON line each: `ms` and `p95Ms` are script, style,
// layout and hit tests of half and of 95 of 100 frames. Nothing drives the app but Chromium's own protocol.
//   npm run bench -- diagrams
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { createWorkspaceFile, openWorkspaceFile } from '../../src/main/data-host/database/workspace-file.ts'
import { createLocalHost } from '../../src/main/data-host/host.ts'
import { root } from '../with-node.mjs'
import { click, prepareWindow, startApp, whenShown } from './app-window.mjs'
import { measureFrames, quantile, recordTrace, WORK } from './frame-times.mjs'
import { evaluateInPage } from './page-protocol.mjs'

const SIZES = [500, 1000, 2000, 5000]
const STEPS = 60
const STEP_MS = 16
/** The most script, style and layout may take at a size: about half of what 60 and 30 frames a second leave; in 95 of 100 frames, all of it. */
const LIMITS_MS = { 1000: 8, 5000: 16 }
const CTRL = 2
/** Of the wheel: a thirtieth of the size, as a slow turn or two fingers give. */
const ZOOM_STEP = 24
const WORKSPACE = 'diagrams.cauce'
const KINDS = ['process', 'decision', 'terminator', 'data', 'document', 'database']

/** Shapes in a square, each joined to the next of its row, every other also to the one below. */
function makeContent(count) {
  const columns = Math.ceil(Math.sqrt(count))
  const shapes = Array.from({ length: count }, (_, n) => ({
    item: 'shape',
    id: `s${n}`,
    kind: KINDS[n % KINDS.length],
    x: (n % columns) * 220,
    y: Math.floor(n / columns) * 140,
    width: 150,
    height: 70,
    order: n,
    label: `Step ${n}`,
    style: {}
  }))
  const line = (from, to, at) => ({
    item: 'line',
    id: `l${at}`,
    from: { shapeId: `s${from}` },
    to: { shapeId: `s${to}` },
    order: count + at,
    label: at % 5 === 0 ? 'then' : '',
    style: {}
  })
  const lines = []
  for (let n = 0; lines.length < 1.5 * count; n = (n + 1) % count) {
    const isSecond = lines.length >= count
    const below = n + columns < count ? n + columns : n - columns
    const isLast = n % columns === columns - 1 || n === count - 1
    lines.push(line(n, isSecond || isLast ? below : n + 1, lines.length))
    if (isSecond) n += 1
  }
  return { settings: {}, items: [...shapes, ...lines] }
}

async function makeWorkspace(folder) {
  const file = path.join(folder, WORKSPACE)
  createWorkspaceFile(file, { title: 'Bench' })
  const { client, context } = createLocalHost({ resourcesDir: path.join(root, 'resources') })
  const workspace = openWorkspaceFile(file, { changes: context.changes, now: context.now })
  context.setCurrent(workspace)
  for (const size of SIZES)
    await client.diagrams.createDiagram({ name: `${size}`, source: { from: 'content', content: makeContent(size) }, language: 'en' })
  workspace.close()
}

/** Runs in the page: the middle of the canvas, and of the shape nearest to it, in the window. */
const findPlaces = () => {
  const frame = document.querySelector('[data-testid="diagram-canvas"]').getBoundingClientRect()
  const middle = { x: frame.x + frame.width / 2, y: frame.y + frame.height / 2 }
  const far = ({ x, y }) => (x - middle.x) ** 2 + (y - middle.y) ** 2
  const shapes = [...document.querySelectorAll('[data-testid^="shape-"]')].map((shape) => {
    const { x, y, width, height } = shape.querySelector('rect').getBoundingClientRect()
    return { x: x + width / 2, y: y + height / 2, id: shape.dataset.item, transform: shape.getAttribute('transform') }
  })
  // One that no line lies over: where the pointer goes down is what is dragged. In a picture seen from far away nothing hears it.
  const isFree = ({ x, y, id }) => {
    const there = document.elementFromPoint(x, y)
    return there?.closest('[data-item]')?.dataset.item === id || there?.classList.contains('react-flow__pane')
  }
  return { middle, shape: shapes.toSorted((a, b) => far(a) - far(b)).find(isFree) }
}
/** Runs in the page. */
const readZoom = () => Number(/scale\(([\d.]+)\)/.exec(document.querySelector('.react-flow__viewport').style.transform)[1])

/** One event every frame's time, as a hand makes them, whether or not the page has answered the one before. */
async function repeat(count, send) {
  const answers = []
  const start = performance.now()
  for (let step = 0; step < count; step += 1) {
    answers.push(send(step))
    await sleep(Math.max(0, start + (step + 1) * STEP_MS - performance.now()))
  }
  await Promise.all(answers)
}
const mouse = (page, type, { x, y }, more = {}) => page.send('Input.dispatchMouseEvent', { type, x, y, button: 'none', ...more })
const wheel = (page, place, deltaX, deltaY, modifiers = 0) => mouse(page, 'mouseWheel', place, { deltaX, deltaY, modifiers })

const press = async (page, key, code, keyCode, modifiers) => {
  for (const type of ['rawKeyDown', 'keyUp'])
    await page.send('Input.dispatchKeyEvent', { type, key, code, windowsVirtualKeyCode: keyCode, modifiers })
}
const dragFrom = async (page, shape) => {
  const left = { button: 'left', buttons: 1 }
  const placeAt = (step) => ({ x: shape.x + 2 * step, y: shape.y + (step % 30) })
  await mouse(page, 'mousePressed', shape, { ...left, clickCount: 1 })
  await repeat(STEPS, (step) => mouse(page, 'mouseMoved', placeAt(step), left))
  await mouse(page, 'mouseReleased', placeAt(STEPS - 1), { ...left, clickCount: 1 })
}

const GESTURES = {
  pan: (page, { middle }) => repeat(STEPS, (step) => wheel(page, middle, step < STEPS / 2 ? 14 : -14, step % 20 < 10 ? 9 : -9)),
  zoom: (page, { middle }) => repeat(STEPS, (step) => wheel(page, middle, 0, step < STEPS / 2 ? -ZOOM_STEP : ZOOM_STEP, CTRL)),
  drag: (page, { shape }) => dragFrom(page, shape),
  /** With everything chosen before. */
  dragAll: (page, { shape }) => dragFrom(page, shape)
}

async function zoomTo(page, wanted) {
  for (let turn = 0; turn < 200; turn += 1) {
    const zoom = await evaluateInPage(page, readZoom)
    if (Math.abs(zoom / wanted - 1) < 0.06) return
    const { middle } = await evaluateInPage(page, findPlaces)
    await wheel(page, middle, 0, zoom < wanted ? -ZOOM_STEP : ZOOM_STEP, CTRL)
    await sleep(30)
  }
}

/** Runs in the page. */
const hasMoved = ({ shape: { id, transform } }) => document.querySelector(`[data-item="${id}"]`).getAttribute('transform') !== transform

async function measureGesture(page, size, name, gesture, drawing) {
  // While the page moves, nothing on it hears the pointer.
  await sleep(800)
  const places = await evaluateInPage(page, findPlaces)
  const { frames, framesPerSecond, rasterMs } = measureFrames(await recordTrace(page, () => gesture(page, places)))
  if (gesture === GESTURES.drag && !(await evaluateInPage(page, hasMoved, places)))
    throw new Error(`nothing was dragged: ${JSON.stringify(places)}`)
  const sums = frames.map(({ script, style, layout, hits }) => script + style + layout + hits)
  const show = (kind) => {
    const values = frames.map((frame) => frame[kind])
    return `${kind} ${quantile(values, 0.5).toFixed(1)}|${quantile(values, 0.95).toFixed(1)}`
  }
  const [ms, p95Ms] = [quantile(sums, 0.5), quantile(sums, 0.95)]
  // Everything at once is no gesture of the aim; it is measured all the same.
  const limit = gesture === GESTURES.dragAll ? undefined : LIMITS_MS[size]
  console.log(
    JSON.stringify({
      bench: 'diagrams',
      name: `${size.toLocaleString('en')} shapes, ${name}: ${ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)}, ${framesPerSecond.toFixed(0)} frames/s (${WORK.map(show).join(', ')}, tiles ${rasterMs.toFixed(1)} ms; ${drawing})`,
      ms,
      p95Ms,
      framesPerSecond,
      ...(limit === undefined ? {} : { target: `ms <= ${limit}, p95 <= ${2 * limit}`, ok: ms <= limit && p95Ms <= 2 * limit })
    })
  )
}

async function measureSize(page, size, drawing) {
  await evaluateInPage(page, click, '[data-testid="rail-diagrams"]')
  const opened = await evaluateInPage(page, openDiagram, String(size))
  console.log(JSON.stringify({ bench: 'diagrams', name: `${size.toLocaleString('en')} shapes opened`, ms: opened }))
  await sleep(1500)
  const all = await evaluateInPage(page, readZoom)
  await measureGesture(page, size, 'panning, all in sight', GESTURES.pan, drawing)
  await measureGesture(page, size, 'zooming from all', GESTURES.zoom, drawing)
  await zoomTo(page, 1)
  await measureGesture(page, size, 'panning at full size', GESTURES.pan, drawing)
  await measureGesture(page, size, 'zooming around full size', GESTURES.zoom, drawing)
  await measureGesture(page, size, 'dragging a shape at full size', GESTURES.drag, drawing)
  await zoomTo(page, all)
  await measureGesture(page, size, 'dragging a shape, all in sight', GESTURES.drag, drawing)
  await press(page, 'a', 'KeyA', 65, CTRL)
  await measureGesture(page, size, 'dragging everything, all in sight', GESTURES.dragAll, drawing)
}

/** Runs in the page: opens the diagram of that name for editing; ms until a frame shows its shapes. */
const openDiagram = async (name) => {
  const frame = () => new Promise(requestAnimationFrame)
  const find = () =>
    [...document.querySelectorAll('[data-testid^="diagram-card-"]')].find((card) => card.querySelector('h3')?.textContent === name)
  while (!find()) await frame()
  const start = performance.now()
  find().click()
  while (!document.querySelector('[data-testid="diagram-mode-edit"]')) await frame()
  document.querySelector('[data-testid="diagram-mode-edit"]').click()
  while (!document.querySelector('.diagram-editing [data-testid^="shape-"]')) await frame()
  await frame()
  return performance.now() - start
}

async function measure(folder) {
  const { page, ended } = await startApp(folder, WORKSPACE)
  await evaluateInPage(page, whenShown, '[data-testid="rail-diagrams"]')
  const { gpu } = await page.send('SystemInfo.getInfo')
  const drawing = /enabled/.test(gpu.featureStatus?.gpu_compositing ?? '') ? 'graphics card' : 'software'
  const wanted = process.env.CAUCE_BENCH_SIZES?.split(',').map(Number) ?? SIZES
  for (const size of SIZES) if (wanted.includes(size)) await measureSize(page, size, drawing)
  page.send('Browser.close')
  await ended
}

if (process.env.CAUCE_BENCH_FOLDER) await measure(process.env.CAUCE_BENCH_FOLDER)
else process.exitCode = await prepareWindow(fileURLToPath(import.meta.url), makeWorkspace)
