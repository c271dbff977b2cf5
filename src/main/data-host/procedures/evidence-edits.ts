import type Database from 'better-sqlite3'
import type { Kpi, SegmentLink } from '../../../shared/contract/models.ts'
import { CauceError } from '../../../shared/domain/errors.ts'
import { checkRange } from '../../../shared/models/kpi-entry.ts'
import type { Text } from '../../../shared/domain/text.ts'
import type { ModelElement } from '../../../shared/models/model.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { loadKpis } from '../models/load-catalogue.ts'
import { findAnyModel } from '../models/workspace-models.ts'
import { forgetRemovals, writeLinkChange } from '../repositories/element-segments.ts'
import { writeKpiTarget } from '../repositories/kpi-targets.ts'
import { loadSegmentCatalogue } from '../segments/catalogue.ts'
import { readOwnSegmentName } from '../segments/own-segments.ts'
import { host } from './base.ts'

function findKpi(resourcesDir: string, id: string): Kpi {
  const kpi = loadKpis(resourcesDir).find((each) => each.id === id)
  if (!kpi) throw new CauceError('not-found', { what: id })
  return kpi
}

function findElement(context: HostContext, modelId: string, elementId: string): ModelElement {
  const element = findAnyModel(context, modelId).elements.find(({ id }) => id === elementId)
  if (!element) throw new CauceError('not-found', { what: elementId })
  return element
}

/** The name of a built-in or own segment, or `not-found`. */
function nameSegment(context: HostContext, id: string): Text {
  const name =
    loadSegmentCatalogue(context.resourcesDir).find((segment) => segment.id === id)?.name ??
    readOwnSegmentName(context.workspace().read, id)
  if (!name) throw new CauceError('not-found', { what: id })
  return name
}

/** The change log keeps both names: it is read in whatever language the app is in then. */
const bothNames = ({ en, es }: Text): { nameEn: string; nameEs: string } => ({ nameEn: en, nameEs: es })

/** One undoable change of an element's links; writes no entry when nothing changed. */
async function changeLinks(
  context: HostContext,
  { modelId, elementId }: Pick<SegmentLink, 'modelId' | 'elementId'>,
  change: { kind: string; name: Text; work: (db: Database.Database) => void }
): Promise<null> {
  return context.workspace().change(['models'], (db) => {
    const { rows } = trackRows(db, [{ table: 'element_segments', where: { model_id: modelId, element_id: elementId } }], () => {
      change.work(db)
    })
    if (rows.length > 0) recordChange(db, { kind: change.kind, details: bothNames(change.name), rows }, context.now())
    return null
  })
}

export const evidenceEditProcedures = {
  setKpiTarget: host.models.setKpiTarget.handler(({ context, input: { kpiId, target } }) => {
    const kpi = findKpi(context.resourcesDir, kpiId)
    if (target !== null) {
      if (kpi.better === 'info') throw new CauceError('target-no-side')
      checkRange(kpi.unit, target)
    }
    return context.workspace().change(['models'], (db) => {
      const { rows } = trackRows(db, [{ table: 'kpi_targets', where: { kpi_id: kpiId } }], () => {
        writeKpiTarget(db, kpiId, target)
      })
      const kind = target === null ? 'target-removed' : 'target-set'
      if (rows.length > 0) recordChange(db, { kind, details: bothNames(kpi.name), rows }, context.now())
      return null
    })
  }),

  linkSegment: host.models.linkSegment.handler(({ context, input }) => {
    const { segments } = findElement(context, input.modelId, input.elementId)
    const name = nameSegment(context, input.segmentId)
    return changeLinks(context, input, {
      kind: 'segment-linked',
      name,
      work: (db) => {
        writeLinkChange(db, input, segments.includes(input.segmentId) ? null : 'added')
      }
    })
  }),

  unlinkSegment: host.models.unlinkSegment.handler(({ context, input }) => {
    const { segments } = findElement(context, input.modelId, input.elementId)
    const name = nameSegment(context, input.segmentId)
    return changeLinks(context, input, {
      kind: 'segment-unlinked',
      name,
      work: (db) => {
        writeLinkChange(db, input, segments.includes(input.segmentId) ? 'removed' : null)
      }
    })
  }),

  restoreSegments: host.models.restoreSegments.handler(({ context, input }) => {
    const { name } = findElement(context, input.modelId, input.elementId)
    return changeLinks(context, input, {
      kind: 'segments-restored',
      name,
      work: (db) => {
        forgetRemovals(db, input.modelId, input.elementId)
      }
    })
  })
}
