import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ensureStoredFigures } from '../../../src/main/data-host/figures/ensure-figures.ts'
import type { Figures } from '../../../src/main/data-host/figures/figures.ts'
import { answerConditions, scopeOf } from '../../../src/main/data-host/segments/rule-engine/answer-conditions.ts'
import { combineRule } from '../../../src/main/data-host/segments/rule-engine/combine-rule.ts'
import { compileConditions, listConditions } from '../../../src/main/data-host/segments/rule-engine/compile-rule.ts'
import { checkRule } from '../../../src/shared/segments/check-rule.ts'
import { meetsRule, type CustomerFacts } from '../../../src/shared/segments/evaluate-rule.ts'
import type { RuleGroup } from '../../../src/shared/segments/rule.ts'
import { arbitraryRule } from '../../support/random-rules.ts'
import { fillRandomWorkspace, readPlainRows } from '../../support/random-workspace.ts'
import { openTestWorkspace, resourcesDir, type TestWorkspace } from '../../support/open-test-workspace.ts'

/** More of each through the environment, when there is time: RULES=2000. */
const RULES = Number(process.env['RULES'] ?? 150)
const AS_OF = [null, '2026-08-03']

async function answer(test: TestWorkspace, figures: Figures, rule: RuleGroup, mayUseMemory: boolean): Promise<number[]> {
  const masks = await answerConditions(test.workspace, figures, listConditions(rule), { mayUseMemory })
  const mask = combineRule(rule, {
    customers: figures.customerIds.length,
    ofCondition: (key) => masks?.get(key) ?? new Uint8Array(),
    ofSegment: (id) => figures.segmentMask(id) ?? new Uint8Array(figures.customerIds.length)
  })
  return [...figures.customerIds].filter((_, i) => mask[i] === 1)
}

function listFacts(test: TestWorkspace, figures: Figures): { id: number; facts: CustomerFacts }[] {
  const { customers = [], figures: metrics = [], ...subjects } = readPlainRows(test.workspace.read)
  return [...figures.customerIds].map((id) => ({
    id,
    facts: {
      record: customers.find((row) => row['id'] === id) ?? {},
      figures: metrics.find((row) => row['customer_id'] === id) ?? {},
      records: Object.fromEntries(
        Object.entries(subjects).map(([subject, rows]) => [subject, rows.filter((row) => row['customer_id'] === id)])
      ),
      isMember: (segmentId) => figures.isMember(segmentId, id)
    }
  }))
}

describe.each([1, 2, 3])('random workspace %i', (seed) => {
  it.each(AS_OF)(
    'answers a rule in sets as it does one customer at a time, at %s',
    async (asOf) => {
      const test = await openTestWorkspace(
        (db) => {
          fillRandomWorkspace(db, seed)
        },
        { asOf }
      )
      try {
        const figures = await ensureStoredFigures(test.workspace, resourcesDir)
        const all = listFacts(test, figures)
        const scope = scopeOf(figures)
        await fc.assert(
          fc.asyncProperty(arbitraryRule(), async (rule) => {
            expect(checkRule(rule, () => 'there')).toEqual([])
            const plain = all.filter(({ facts }) => meetsRule(rule, facts, scope)).map(({ id }) => id)
            expect(await answer(test, figures, rule, true)).toEqual(plain)
            expect(await answer(test, figures, rule, false)).toEqual(plain)
          }),
          { numRuns: RULES, seed }
        )
      } finally {
        test.close()
      }
    },
    120_000
  )
})

/** Edits of a few rows, by the columns that memory keeps of them: of one's orders, of a record, of other records. */
const EDITS: readonly ((id: number) => string)[] = [
  (id) => `UPDATE orders SET status = 'cancelled', discount_minor = 1000, partner_id = 'Nuevo socio' WHERE customer_id = ${id}`,
  (id) => `UPDATE orders SET order_date = '2025-10-31', campaign_id = 2 WHERE id = ${id}`,
  (id) =>
    `DELETE FROM order_lines WHERE order_id = ${id}; DELETE FROM orders WHERE id = ${id} AND id NOT IN (SELECT order_id FROM complaints WHERE order_id IS NOT NULL) AND id NOT IN (SELECT converted_order_id FROM campaign_members WHERE converted_order_id IS NOT NULL)`,
  (id) => `INSERT INTO orders (customer_id, order_date, net_minor, discount_minor) VALUES (${id}, '2026-05-31', 2500, 1)`,
  (id) => `UPDATE customers SET city = 'Otra ciudad ${id}', needs_tags = NULL, birth_date = '2026-01-15' WHERE id = ${id}`,
  (id) => `UPDATE consents SET status = 'withdrawn' WHERE customer_id = ${id}`,
  (id) => `UPDATE surveys SET score = 10 WHERE customer_id = ${id}`,
  (id) => `UPDATE customers SET merged_into_id = 1 WHERE id = ${id} AND id <> 1`
]

describe('columns kept in memory', () => {
  it.each([1, 2])(
    'follow every edit as SQL does, in random workspace %i',
    async (seed) => {
      const test = await openTestWorkspace((db) => {
        fillRandomWorkspace(db, seed)
      })
      try {
        const rules = fc.sample(arbitraryRule(), { numRuns: 60, seed })
        for (let round = 0; round < 24; round++) {
          const figures = await ensureStoredFigures(test.workspace, resourcesDir)
          for (const rule of rules) expect(await answer(test, figures, rule, true)).toEqual(await answer(test, figures, rule, false))
          await test.workspace.change(['customers'], (db) => db.exec(EDITS[round % EDITS.length]?.(2 + ((round * 7) % 38)) ?? ''))
        }
      } finally {
        test.close()
      }
    },
    120_000
  )
})

describe('compileConditions', () => {
  it('keeps what a person typed out of the SQL and asks each table once', () => {
    const typed = `x' OR 1=1 --`
    const condition = (field: string) => ({ kind: 'field' as const, not: false, field, operator: 'is' as const, value: typed })
    const complaint = (least: number) => ({
      kind: 'records' as const,
      not: false,
      subject: 'complaints',
      measure: 'count' as const,
      of: null,
      operator: 'ge' as const,
      value: least,
      where: [{ field: 'category', operator: 'is' as const, value: typed }]
    })
    const statements = compileConditions([condition('city'), condition('name'), complaint(1), complaint(2)], {
      asOf: '2026-10-31',
      windowDays: 365
    })
    expect(statements.map(({ table }) => table)).toEqual(['customers', 'complaints'])
    for (const { sql, values } of statements) {
      expect(sql).not.toContain('1=1')
      expect(Object.values(values)).toContain("x' or 1=1 --")
    }
  })
})
