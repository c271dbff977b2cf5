// node scripts/run.mjs node scripts/draw-icons.mjs: draws resources/icons/icon.svg in every size the platforms ask for.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { _electron } from '@playwright/test'

const SIZES = [16, 32, 48, 64, 128, 256, 512, 1024]
const folder = 'resources/icons'
const profile = mkdtempSync(path.join(tmpdir(), 'cauce-icons-'))
const flags = process.env.CAUCE_ELECTRON_ARGS.split(' ').filter(Boolean)
const app = await _electron.launch({ args: [...flags, `--user-data-dir=${profile}`, '.'], env: process.env })
const page = await app.firstWindow()
const source = `data:image/svg+xml;base64,${readFileSync(path.join(folder, 'icon.svg')).toString('base64')}`
for (const size of SIZES) {
  const picture = await page.evaluate(
    async ([svg, pixels]) => {
      const image = new Image(pixels, pixels)
      image.src = svg
      await image.decode()
      const canvas = Object.assign(document.createElement('canvas'), { width: pixels, height: pixels })
      canvas.getContext('2d').drawImage(image, 0, 0, pixels, pixels)
      return canvas.toDataURL('image/png').split(',')[1]
    },
    [source, size]
  )
  writeFileSync(path.join(folder, `${size}x${size}.png`), Buffer.from(picture, 'base64'))
}
await app.close()
rmSync(profile, { recursive: true, force: true })
console.log(`drawn: ${SIZES.join(', ')} pixels`)
