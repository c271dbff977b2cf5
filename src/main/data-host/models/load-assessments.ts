import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { applyEdits } from '../../../shared/analytics/assessment/statement-edits.ts'
import { Assessment } from '../../../shared/contract/assessments.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { deriveAssessment } from '../../../shared/models/derive-assessment.ts'
import type { Model } from '../../../shared/models/model.ts'
import { readAssessmentEdits } from '../repositories/assessment-edits.ts'

const cache = new Map<string, { stamp: number; assessment: Assessment }>()

/**
 * What is rated about a model: `assessments/<model>.json` of the resources, without what the model no longer has; else made from
 * the model's own questions. Null when it has none of either.
 */
export function findAssessment(resourcesDir: string, model: Model): Assessment | null {
  const path = join(resourcesDir, 'assessments', `${model.id}.json`)
  return (existsSync(path) && keepKnown(readAssessment(path), model)) || deriveAssessment(model)
}

/** The same as this workspace asks it: with its own statements, targets and names of rounds. */
export function findWorkspaceAssessment(db: Database.Database, resourcesDir: string, model: Model): Assessment | null {
  const assessment = findAssessment(resourcesDir, model)
  return assessment && applyEdits(assessment, readAssessmentEdits(db, model.id))
}

/** The same, or `not-found`. */
export function requireAssessment(db: Database.Database, resourcesDir: string, model: Model): Assessment {
  const assessment = findWorkspaceAssessment(db, resourcesDir, model)
  if (!assessment) throw new CauceError('not-found', { what: model.id })
  return assessment
}

/** Parses one file; read again only when it changed. */
function readAssessment(path: string): Assessment {
  const stamp = statSync(path).mtimeMs
  const cached = cache.get(path)
  if (cached?.stamp === stamp) return cached.assessment
  const assessment = Assessment.parse(JSON.parse(readFileSync(path, 'utf8')))
  cache.set(path, { stamp, assessment })
  return assessment
}

function keepKnown(assessment: Assessment, model: Model): Assessment | null {
  const known = new Set(model.elements.map(({ id }) => id))
  const groups = assessment.groups
    .map((group) => ({ ...group, elements: group.elements.filter(({ elementId }) => known.has(elementId)) }))
    .filter(({ elements }) => elements.length > 0)
  return groups.length > 0 ? { ...assessment, groups } : null
}
