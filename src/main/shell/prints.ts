import type { Drawing } from '../../shared/contract/charts.ts'
import type { HostClient } from '../../shared/contract/index.ts'
import type { ReportRequest } from '../../shared/contract/reports.ts'
import type { Paper } from '../../shared/contract/shell.ts'
import type { Language } from '../../shared/domain/text.ts'
import { withHiddenPage } from '../windows/hidden-page.ts'
import { writePicturePage } from './picture-page.ts'

type PictureRequest = Parameters<HostClient['diagrams']['renderDiagram']>[0]

/** The report as PDF: the host's own HTML, printed by a page nobody sees. */
export async function printReport(client: HostClient, request: ReportRequest): Promise<Uint8Array> {
  return print((await client.reports.renderReport({ ...request, format: 'html' })).text)
}

/** Everything there is about a person, the same way. */
export async function printPerson(client: HostClient, request: { id: number; language: Language }): Promise<Uint8Array> {
  return print((await client.privacy.renderPerson(request)).text)
}

async function print(html: string): Promise<Uint8Array> {
  return withHiddenPage(html, async (contents) => {
    await contents.executeJavaScript('document.fonts.ready.then(() => true)')
    return contents.printToPDF({
      printBackground: true,
      preferCSSPageSize: true,
      generateTaggedPDF: true,
      generateDocumentOutline: true,
      pageSize: 'A4'
    })
  })
}

/** Chromium draws no canvas wider or higher than this. */
const MOST_PIXELS = 16_000
/** Nor does it take more memory for one: four bytes each, and the file beside them. */
const MOST_AREA = 120_000_000

const fitScale = ({ width, height }: Pick<Drawing, 'width' | 'height'>, scale: number): number =>
  Math.min(scale, MOST_PIXELS / width, MOST_PIXELS / height, Math.sqrt(MOST_AREA / (width * height)))

/** The diagram as PNG, `scale` pixels per unit of the drawing. */
export async function drawDiagram(client: HostClient, request: ReportRequest, scale: number): Promise<Uint8Array> {
  return rasterise(await client.reports.renderDiagram(request), scale)
}

/** A diagram people drew as PNG, `scale` pixels per unit of the drawing, or fewer where it is too large for that: how many it then has. */
export async function drawPicture(client: HostClient, request: PictureRequest, scale: number): Promise<{ png: Uint8Array; scale: number }> {
  const drawing = await client.diagrams.renderDiagram(request)
  return { png: await rasterise(drawing, scale), scale: fitScale(drawing, scale) }
}

/** The same as PDF: vectors, and text that can be searched and copied. */
export async function printPicture(client: HostClient, request: PictureRequest, paper: Paper): Promise<Uint8Array> {
  return print(
    writePicturePage(await client.diagrams.renderDiagram(request), {
      paper,
      language: request.language,
      isTransparent: request.isTransparent ?? false
    })
  )
}

/** A chart the window drew, as PNG. */
export async function drawChart(client: HostClient, drawing: Drawing, scale: number): Promise<Uint8Array> {
  return rasterise(await client.charts.renderDrawing(drawing), scale)
}

async function rasterise({ svg, width, height }: Drawing, scale: number): Promise<Uint8Array> {
  const kept = fitScale({ width, height }, scale)
  const source = `data:image/svg+xml;base64,${Buffer.from(svg, 'utf8').toString('base64')}`
  const picture = await withHiddenPage(
    '<!doctype html><title>diagram</title>',
    (contents) =>
      contents.executeJavaScript(`(async () => {
      const image = new Image(${String(width)}, ${String(height)})
      image.src = ${JSON.stringify(source)}
      await image.decode()
      const canvas = document.createElement('canvas')
      canvas.width = Math.round(${String(width * kept)})
      canvas.height = Math.round(${String(height * kept)})
      canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height)
      return canvas.toDataURL('image/png')
    })()`) as Promise<string>
  )
  return Buffer.from(picture.slice(picture.indexOf(',') + 1), 'base64')
}
