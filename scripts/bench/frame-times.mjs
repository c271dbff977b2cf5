// What each frame of the page cost, from Chromium's own trace: script, style, layout and paint on the page's main thread, and
// the drawing of tiles beside it.

const CATEGORIES = [
  '-*',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'devtools.timeline.frame',
  'disabled-by-default-devtools.timeline.frame',
  'v8.execute',
  '__metadata'
]
/** Kind of work by the name of a trace event; an event not named here belongs to the one it happens in. */
const KINDS = {
  UpdateLayoutTree: 'style',
  RecalculateStyles: 'style',
  Layout: 'layout',
  UpdateLayerTree: 'paint',
  PrePaint: 'paint',
  Paint: 'paint',
  Layerize: 'paint',
  UpdateLayer: 'paint',
  Commit: 'paint',
  CompositeLayers: 'paint',
  HitTest: 'hits',
  FunctionCall: 'script',
  EvaluateScript: 'script',
  FireAnimationFrame: 'script',
  FireIdleCallback: 'script',
  EventDispatch: 'script',
  TimerFire: 'script',
  RunMicrotasks: 'script',
  'v8.callFunction': 'script',
  MajorGC: 'script',
  MinorGC: 'script'
}
/** `hits`: finding what is under the pointer. */
export const WORK = ['script', 'style', 'layout', 'hits', 'paint']

/** Records while `gesture` runs; answers the events of the trace. */
export async function recordTrace(page, gesture) {
  const events = []
  page.on('Tracing.dataCollected', ({ value }) => events.push(...value))
  const complete = new Promise((resolve) => page.on('Tracing.tracingComplete', resolve))
  await page.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES.slice(1), excludedCategories: ['*'] }
  })
  await gesture()
  await page.send('Tracing.end')
  await complete
  return events
}

/** The thread on which the page itself runs: of all main threads the busiest. */
function findMainThread(events) {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const busy = ({ pid, tid }) => events.filter((event) => event.pid === pid && event.tid === tid && event.ph === 'X').length
  return mains.map((each) => ({ pid: each.pid, tid: each.tid, work: busy(each) })).toSorted((a, b) => b.work - a.work)[0]
}

/** Time of each kind, without what was nested in it, by the moment it began. In ms. */
function readWork(events) {
  const pieces = []
  const open = []
  for (const event of events.toSorted((a, b) => a.ts - b.ts || b.dur - a.dur)) {
    while (open.length > 0 && open.at(-1).end <= event.ts) pieces.push(open.pop())
    const outer = open.at(-1)
    // What the thread itself worked, where the trace says it: on a busy machine the clock runs on while it waits.
    const length = event.tdur ?? event.dur
    const piece = { at: event.ts, end: event.ts + event.dur, own: length, kind: KINDS[event.name] ?? outer?.kind ?? null }
    if (outer) outer.own -= length
    open.push(piece)
  }
  return [...pieces, ...open].filter(({ kind }) => kind !== null)
}

/** Work of each kind for every frame, in ms, frames a second as they reached the screen, and the ms of tiles drawn a frame. */
export function measureFrames(events) {
  const main = findMainThread(events)
  const own = events.filter(({ pid, tid }) => pid === main.pid && tid === main.tid)
  const starts = own
    .filter(({ name }) => name === 'BeginMainThreadFrame')
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b)
  const frames = starts.slice(0, -1).map(() => Object.fromEntries(WORK.map((kind) => [kind, 0])))
  let at = 0
  for (const { at: moment, own: length, kind } of readWork(own.filter(({ ph, dur }) => ph === 'X' && dur !== undefined)).toSorted(
    (a, b) => a.at - b.at
  )) {
    while (at < starts.length - 1 && starts[at + 1] <= moment) at += 1
    // Input is handled right before the frame it is for.
    if (moment >= (starts[0] ?? 0) && frames[at]) frames[at][kind] += length / 1000
  }
  const drawn = events
    .filter(({ name, pid }) => name === 'DrawFrame' && pid === main.pid)
    .map(({ ts }) => ts)
    .toSorted((a, b) => a - b)
  const seconds = drawn.length > 1 ? (drawn.at(-1) - drawn[0]) / 1e6 : Number.NaN
  const raster = events.filter(({ name, ph }) => name === 'RasterTask' && ph === 'X').reduce((sum, { dur }) => sum + dur / 1000, 0)
  return { frames, framesPerSecond: (drawn.length - 1) / seconds, rasterMs: raster / Math.max(1, frames.length) }
}

export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}
