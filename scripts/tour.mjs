// node scripts/run.mjs node scripts/tour.mjs [file.cauce]: the guided tour. Drives the real window: makes the sample
// business (or opens the file), looks at every screen in both languages, walks IDIC and leaves with its report, in out/tour/.
import { existsSync, mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'

const OUT = 'out/tour'
const LANGUAGES = ['es', 'en']
const SCREENS = [
  'home',
  'customers',
  'segments',
  'value',
  'simulator',
  'models',
  'diagrams',
  'compare',
  'choose',
  'plan',
  'reports',
  'settings'
]
const OTHER_MODELS = ['qci', 'payne', 'gartner', 'buttle']
/** What the tour writes into the walk, one turn per step. */
const ANSWERS = [
  'Conocemos a casi todos por su nombre; falta el correo de uno de cada cuatro.',
  'Los martes y los sábados. La caja lo anota desde enero.',
  'El equipo de sala lo revisa cada lunes.'
]
const DECISION = 'Pedir el correo en caja con una frase acordada y revisarlo a fin de mes.'

/** One line per file on the terminal. */
function report(name) {
  console.log(`${path.join(OUT, name)}  ${Math.ceil(statSync(path.join(OUT, name)).size / 1024)} KB`)
}

async function openApp(profile, file) {
  writeFileSync(path.join(profile, 'profile.json'), JSON.stringify({ preferences: { language: 'es', theme: 'light' } }))
  const flags = process.env.CAUCE_ELECTRON_ARGS.split(' ').filter(Boolean)
  const args = [...flags, `--user-data-dir=${profile}`, '.', ...(file ? [file] : [])]
  const app = await _electron.launch({ args, env: process.env, chromiumSandbox: !flags.includes('--no-sandbox') })
  const page = await app.firstWindow()
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0].setContentSize(1280, 800))
  return { app, page }
}

const run = ({ app }, command) =>
  app.evaluate(({ BrowserWindow }, id) => BrowserWindow.getAllWindows()[0].webContents.send('cauce-command', id), command)

const answerSaveDialog = ({ app }, name) =>
  app.evaluate(
    ({ dialog }, filePath) => {
      dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
    },
    path.resolve(OUT, name)
  )

async function setLanguage({ page }, language) {
  await page.evaluate((wanted) => window.cauce.call('setPreferences', { language: wanted }), language)
  await page.waitForFunction((wanted) => document.documentElement.lang === wanted, language)
}

/** Answers have come and moving parts stand still. */
async function settle({ page }) {
  await page.waitForFunction(() => !document.querySelector('[aria-busy="true"], .mantine-Skeleton-root, .mantine-Loader-root'))
  await page.waitForTimeout(500)
}

let shots = 0
/** The window as it stands, in both languages; back in Spanish afterwards. */
async function picture(tour, name) {
  shots += 1
  for (const language of LANGUAGES) {
    await setLanguage(tour, language)
    await settle(tour)
    const file = `${String(shots).padStart(2, '0')}-${name}-${language}.png`
    await tour.page.screenshot({ path: path.join(OUT, file) })
    report(file)
  }
  await setLanguage(tour, LANGUAGES[0])
}

async function fillStep({ page }, turn) {
  const answers = page.locator('textarea[data-testid^="walk-answer-"]')
  for (let index = 0; index < (await answers.count()); index++) await answers.nth(index).fill(ANSWERS[(turn + index) % ANSWERS.length])
  await page.getByTestId(`walk-score-${2 + (turn % 3)}`).press('Space')
  await page.locator('textarea[data-testid="walk-justification"]').fill('Se hace, pero no siempre ni en todas las tiendas.')
  await page.locator('textarea[data-testid="walk-decision"]').fill(DECISION)
}

/** A diagram from a template: edited, explored and presented. */
async function drawJourney(tour) {
  const { page } = tour
  await run(tour, 'go.diagrams')
  await page.getByTestId('diagram-new').click()
  await page.getByTestId('start-template-customer-journey').click()
  await page.getByTestId('new-diagram-create').click()
  for (const mode of ['edit', 'explore', 'walk']) {
    await page.getByTestId(`diagram-mode-${mode}`).click()
    await picture(tour, `diagram-${mode}`)
  }
}

async function walkIdic(tour) {
  const { page } = tour
  await page.getByTestId('walk-model').click()
  await page.getByTestId('walk-page').waitFor()
  for (let turn = 0; (await page.getByTestId('walk-next').count()) > 0 && turn < 40; turn++) {
    const place = await page.getByTestId('walk-page').getAttribute('data-element')
    await fillStep(tour, turn)
    await page.evaluate(() => document.querySelector('.walk-page')?.scrollTo(0, 0))
    if (turn < 4) await picture(tour, `walk-step-${turn + 1}`)
    await page.getByTestId('walk-next').click()
    await page.waitForFunction((left) => document.querySelector('[data-testid="walk-page"]')?.getAttribute('data-element') !== left, place)
  }
  await page.getByTestId('walk-closing').waitFor()
  await page
    .locator('textarea[data-testid="walk-participants"], input[data-testid="walk-participants"]')
    .first()
    .fill('Encargada, equipo de sala')
  await page.getByTestId('walk-finish').click()
  await page.getByTestId('walk-finished').waitFor()
  await picture(tour, 'walk-closing')
}

/** Presses each button of the closing page and waits for its file. */
async function saveDocuments(tour) {
  for (const [kind, name] of [
    ['pdf', 'IDIC.pdf'],
    ['markdown', 'IDIC.md'],
    ['html', 'IDIC.html'],
    ['svg', 'IDIC.svg'],
    ['png', 'IDIC.png']
  ]) {
    await answerSaveDialog(tour, name)
    await tour.page.getByTestId(`report-${kind}`).click()
    for (let tries = 0; !existsSync(path.join(OUT, name)); tries++) {
      if (tries > 300) throw new Error(`${name} was not written`)
      await tour.page.waitForTimeout(100)
    }
    report(name)
  }
}

async function takeTour(file) {
  rmSync(OUT, { recursive: true, force: true })
  mkdirSync(OUT, { recursive: true })
  const profile = mkdtempSync(path.join(tmpdir(), 'cauce-tour-'))
  const tour = await openApp(profile, file)
  try {
    const { page } = tour
    if (!file) {
      await page.getByTestId('screen-start').waitFor()
      await picture(tour, 'start')
      await answerSaveDialog(tour, 'La Espiga.cauce')
      await run(tour, 'workspace.sample')
    }
    await page.getByTestId('home-title').waitFor({ timeout: 120_000 })
    if (!file) report('La Espiga.cauce')
    for (const screen of SCREENS) {
      await run(tour, `go.${screen}`)
      await picture(tour, screen)
    }
    await drawJourney(tour)
    await run(tour, 'import.open')
    await picture(tour, 'import')
    await run(tour, 'view.palette')
    await picture(tour, 'palette')
    await page.keyboard.press('Escape')
    for (const model of [...OTHER_MODELS, 'idic']) {
      await run(tour, 'go.models')
      await page.getByTestId(`model-card-${model}`).click()
      await page.getByTestId('canvas').waitFor()
      await picture(tour, model)
    }
    await run(tour, 'assessment.open')
    await page.getByTestId('assessment-name').fill('Encargada')
    await page.getByTestId('assessment-start').click()
    await page.getByTestId('rating-page').waitFor()
    await picture(tour, 'assessment')
    await run(tour, 'go.models')
    await page.getByTestId('model-card-idic').click()
    await page.getByTestId('canvas').waitFor()
    await page.getByTestId('node-idic.differentiate').click()
    await page.getByTestId('element-panel').waitFor()
    await picture(tour, 'idic-element')
    await walkIdic(tour)
    await saveDocuments(tour)
    await run(tour, 'go.home')
    await picture(tour, 'home-after')
    await run(tour, 'view.theme')
    await picture(tour, 'home-dark')
  } finally {
    await tour.app.close()
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 })
  }
}

const start = Date.now()
try {
  await takeTour(process.argv[2])
  console.log(`Tour taken in ${Math.round((Date.now() - start) / 1000)} s.`)
} catch (error) {
  console.error(`The tour stopped: ${error.message}`)
  process.exitCode = 1
}
