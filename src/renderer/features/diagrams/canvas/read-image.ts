import { ImageData } from '../../../../shared/diagrams/diagram.ts'

/** Longest side of a picture that is kept, in pixels, and of its shape, in units. */
const MOST_PIXELS = 1600
const MOST_UNITS = 480
const QUALITY = 0.85

const fitInto = (width: number, height: number, most: number): { width: number; height: number } => {
  const scale = Math.min(1, most / Math.max(width, height, 1))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/** A picture as it is kept in a shape: drawn anew and never larger than `MOST_PIXELS`; null when it can't be read. */
export async function readImage(file: Blob): Promise<{ data: string; size: { width: number; height: number } } | null> {
  const bitmap = await createImageBitmap(file).catch(() => null)
  if (!bitmap) return null
  const { width, height } = fitInto(bitmap.width, bitmap.height, MOST_PIXELS)
  const canvas = document.createElement('canvas')
  Object.assign(canvas, { width, height })
  canvas.getContext('2d')?.drawImage(bitmap, 0, 0, width, height)
  bitmap.close()
  // Transparent pictures stay so; what is too heavy for that becomes a photograph.
  const data = [canvas.toDataURL('image/png'), canvas.toDataURL('image/jpeg', QUALITY)].find((each) => ImageData.safeParse(each).success)
  return data === undefined ? null : { data, size: fitInto(width, height, MOST_UNITS) }
}
