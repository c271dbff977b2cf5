import { CauceError } from '../../../shared/domain/errors.ts'
import type { FlagKind, RfmOptions } from '../../../shared/contract/value-tables.ts'
import type { HostContext } from '../context.ts'
import { recordChange } from '../database/changes.ts'
import { trackRows } from '../database/row-log.ts'
import { describeValue } from '../figures/describe-value.ts'
import { ensureFigures } from '../figures/ensure-figures.ts'
import type { Figures } from '../figures/figures.ts'
import { describeBackTest } from '../figures/value/back-test.ts'
import { describeCohorts } from '../figures/value/cohorts.ts'
import { describeEquity } from '../figures/value/equity.ts'
import { describeLifetimes } from '../figures/value/lifetimes.ts'
import { describeMatrix } from '../figures/value/matrix.ts'
import { describeMovement } from '../figures/value/movement.ts'
import { describeOpinions } from '../figures/value/opinions.ts'
import { describeRetention, projectRetention } from '../figures/value/retention.ts'
import { describeStrategic } from '../figures/value/strategic.ts'
import { deleteFlag, writeFlag } from '../repositories/customer-flags.ts'
import { readRfmOptions, RFM_OPTIONS_KEY, writeRfmOptions } from '../repositories/rfm-options.ts'
import { host } from './base.ts'

const figuresOf = (context: HostContext): Promise<Figures> => ensureFigures(context.workspace(), context.resourcesDir)

/** Limits must climb, or some score could not be reached. */
function checkOptions({ edges, bins }: RfmOptions): void {
  if (!edges) return
  const climbs = (limits: readonly number[]): boolean => limits.every((limit, k) => limit > (limits[k - 1] ?? Number.NEGATIVE_INFINITY))
  if (bins !== 5 || ![edges.r, edges.f, edges.m].every(climbs)) throw new CauceError('invalid-value')
}

/** One undoable change of a customer's flags; writes no entry when nothing changed. */
async function changeFlag(
  context: HostContext,
  { customerId, kind, reason }: { customerId: number; kind: FlagKind; reason: string | null }
): Promise<null> {
  const figures = await figuresOf(context)
  if (figures.indexOf(customerId) < 0) throw new CauceError('not-found', { what: 'customer' })
  return context.workspace().change(['customers', 'segments', 'value', 'models'], (db) => {
    const { rows } = trackRows(db, [{ table: 'customer_flags', where: { customer_id: customerId, kind } }], () => {
      if (reason === null) deleteFlag(db, customerId, kind)
      else writeFlag(db, customerId, kind, reason, context.now())
    })
    if (rows.length > 0)
      recordChange(db, { kind: reason === null ? 'flag-removed' : 'flag-set', details: { id: customerId }, rows }, context.now())
    return null
  })
}

export const valueProcedures = {
  getValue: host.value.getValue.handler(async ({ context }) => describeValue(await figuresOf(context))),

  getCohorts: host.value.getCohorts.handler(async ({ context, input }) => describeCohorts(await figuresOf(context), input)),

  getRetention: host.value.getRetention.handler(async ({ context, input }) => describeRetention(await figuresOf(context), input.period)),

  projectRetention: host.value.projectRetention.handler(({ input }) => projectRetention(input.survivors, input.periods)),

  getMovement: host.value.getMovement.handler(({ context, input }) => describeMovement(context.workspace(), context.resourcesDir, input)),

  getValueMatrix: host.value.getValueMatrix.handler(async ({ context, input }) =>
    describeMatrix(context.workspace(), await figuresOf(context), input.cut)
  ),

  listLifetimes: host.value.listLifetimes.handler(async ({ context, input, signal }) =>
    describeLifetimes(context.workspace(), await figuresOf(context), input, signal)
  ),

  getEquity: host.value.getEquity.handler(async ({ context, input, signal }) =>
    describeEquity(context.workspace(), await figuresOf(context), input.horizonWeeks, signal)
  ),

  getBackTest: host.value.getBackTest.handler(async ({ context, input, signal }) =>
    describeBackTest(context.workspace(), await figuresOf(context), input, signal)
  ),

  listStrategic: host.value.listStrategic.handler(async ({ context, input }) =>
    describeStrategic(context.workspace(), await figuresOf(context), input)
  ),

  setCustomerFlag: host.value.setCustomerFlag.handler(({ context, input }) => changeFlag(context, input)),

  removeCustomerFlag: host.value.removeCustomerFlag.handler(({ context, input }) => changeFlag(context, { ...input, reason: null })),

  getOpinions: host.value.getOpinions.handler(async ({ context }) => describeOpinions(context.workspace(), await figuresOf(context))),

  getRfmOptions: host.value.getRfmOptions.handler(({ context }) => readRfmOptions(context.workspace().read)),

  setRfmOptions: host.value.setRfmOptions.handler(({ context, input }) => {
    checkOptions(input)
    return context.workspace().change(['workspace', 'customers', 'segments', 'value', 'models'], (db) => {
      const { rows } = trackRows(db, [{ table: 'settings', where: { key: RFM_OPTIONS_KEY } }], () => {
        writeRfmOptions(db, input)
      })
      if (rows.length > 0) recordChange(db, { kind: 'rfm-options-changed', details: {}, rows }, context.now())
      return readRfmOptions(db)
    })
  })
}
