import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { FigureEntry } from '../../../shared/contract/explanations.ts'
import { Kpi } from '../../../shared/contract/models.ts'
import { WalkEntry } from '../../../shared/contract/walks.ts'
import { Crosswalk, type CrosswalkTopic } from '../../../shared/models/crosswalk.ts'
import { ModelChoice, type ChoiceQuestion } from '../../../shared/models/model-choice.ts'
import type { KnownIds } from '../../../shared/models/check-model.ts'

/** Only what a model may name; the segments' own reader knows the rest of that file. */
const SegmentIds = z.array(z.object({ id: z.string() }))

/** Whoever adds a KPI says in a sentence what it is. */
const KpiList = z.array(Kpi.required({ definition: true }))

/** What each schema made of a file: checking it again for every figure of a model would cost more than the figures. */
const cache = new Map<string, { stamp: number; content: unknown; parsed: Map<z.ZodType, unknown> }>()

/** Parses one JSON file of the catalogue and checks it; read again only when the file changed. */
function readCatalogue<T>(resourcesDir: string, fileName: string, schema: z.ZodType<T>): T {
  const path = join(resourcesDir, 'catalogue', fileName)
  const stamp = statSync(path).mtimeMs
  let cached = cache.get(path)
  if (cached?.stamp !== stamp) {
    const content: unknown = JSON.parse(readFileSync(path, 'utf8'))
    cached = { stamp, content, parsed: new Map() }
    cache.set(path, cached)
  }
  const parsed = (cached.parsed.get(schema) as T | undefined) ?? schema.parse(cached.content)
  cached.parsed.set(schema, parsed)
  return parsed
}

/** Every KPI of the catalogue, in its order. */
export function loadKpis(resourcesDir: string): Kpi[] {
  return readCatalogue(resourcesDir, 'kpis.json', KpiList)
}

/** The topics that run across the models. */
export function loadCrosswalk(resourcesDir: string): CrosswalkTopic[] {
  return readCatalogue(resourcesDir, 'crosswalk.json', Crosswalk)
}

/** The questions of "which model suits me", with what every answer speaks for. */
export function loadModelChoice(resourcesDir: string): ChoiceQuestion[] {
  return readCatalogue(resourcesDir, 'model-choice.json', ModelChoice)
}

const FigureList = z.array(FigureEntry)

/** What is said of the figures that are no KPIs. */
export function loadFigureEntries(resourcesDir: string): FigureEntry[] {
  return readCatalogue(resourcesDir, 'figures.json', FigureList)
}

const WalkEntries = z.array(WalkEntry)

/** How walks are entered, for the models of which something is said. */
export function loadWalkEntries(resourcesDir: string): WalkEntry[] {
  return readCatalogue(resourcesDir, 'walk-entries.json', WalkEntries)
}

/** What a model file may name. */
export function loadKnownIds(resourcesDir: string): KnownIds {
  return {
    kpis: new Set(loadKpis(resourcesDir).map(({ id }) => id)),
    segments: new Set(readCatalogue(resourcesDir, 'segments.json', SegmentIds).map(({ id }) => id))
  }
}
