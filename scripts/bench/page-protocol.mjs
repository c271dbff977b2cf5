// Chromium's own protocol to the first page of an app started with --remote-debugging-port=0: enough to ask it something.

/** The address Chromium prints once it listens; rejects when the app ends before. */
const findAddress = (child) =>
  new Promise((resolve, reject) => {
    let said = ''
    child.stderr.on('data', (data) => {
      said += data
      const address = /DevTools listening on (ws:\S+)/.exec(said)?.[1]
      if (address) resolve(address)
    })
    child.once('exit', () => reject(new Error(`the app ended: ${said}`)))
  })

/** Resolves with a way to send a command to the app's first page. */
export async function connectToPage(child) {
  const socket = new WebSocket(await findAddress(child))
  await new Promise((resolve, reject) => {
    socket.addEventListener('open', resolve)
    socket.addEventListener('error', reject)
  })
  const waiting = new Map()
  const listeners = new Map()
  let lastId = 0
  let onPage
  const attached = new Promise((resolve) => (onPage = resolve))
  socket.addEventListener('message', ({ data }) => {
    const message = JSON.parse(data)
    if (message.method === 'Target.attachedToTarget' && message.params.targetInfo.type === 'page') onPage(message.params.sessionId)
    listeners.get(message.method)?.(message.params)
    const answer = waiting.get(message.id)
    waiting.delete(message.id)
    if (message.error) answer?.reject(new Error(message.error.message))
    else answer?.resolve(message.result)
  })
  const sendTo = (method, params, sessionId) =>
    new Promise((resolve, reject) => {
      lastId += 1
      waiting.set(lastId, { resolve, reject })
      socket.send(JSON.stringify({ id: lastId, method, params, sessionId }))
    })
  await sendTo('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: true })
  const sessionId = await attached
  return {
    send: (method, params = {}) => sendTo(method, params, /^(?:Browser|SystemInfo)\./.test(method) ? undefined : sessionId),
    /** Hears every event of that name; one listener each. */
    on: (method, listener) => listeners.set(method, listener)
  }
}

/** Calls `work(input)` in the page and answers what it resolves with; again when the page was still being loaded. */
export async function evaluateInPage(page, work, input) {
  for (;;) {
    const expression = `location.protocol === 'app:' ? (${work})(${JSON.stringify(input)}) : 'not yet'`
    const said = await page
      .send('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
      .catch((error) => (/context|navigat/i.test(error.message) ? null : Promise.reject(error)))
    if (said?.exceptionDetails) throw new Error(said.exceptionDetails.exception?.description ?? said.exceptionDetails.text)
    if (said !== null && said.result.value !== 'not yet') return said.result.value
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
}
