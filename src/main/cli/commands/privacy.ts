import { resolve } from 'node:path'
import { formatNumber } from '../../../shared/i18n/formats.ts'
import { type Command, requireOption, TEXT } from '../command.ts'
import { openWorkspace, requireFile } from '../files.ts'

const DAYS = { pattern: /^-?\d{1,4}$/, fits: (value: string): boolean => Math.abs(Number(value)) <= 3660 }

/** Copies with nobody real in them, and erasures carried over to older copies. */
export const privacyCommands: readonly Command[] = [
  {
    name: 'pseudonymise',
    args: ['FILE'],
    options: { out: TEXT, 'shift-days': DAYS },
    run: async (call) => {
      const out = requireOption(call, 'out')
      await openWorkspace(call, out)
      const { customers } = await call.session.client.privacy.pseudonymise({
        fileToken: call.session.grant(out),
        shiftDays: Number(call.option('shift-days') ?? 0),
        language: call.language
      })
      return {
        json: { customers, path: resolve(out) },
        lines: [call.t('pseudonymised', { path: out, count: customers, n: formatNumber(customers, call.language) })]
      }
    }
  },
  {
    name: 'reapply-erasures',
    args: ['FILE', 'COPY'],
    run: async (call) => {
      const copy = requireFile(call, call.arg('COPY'))
      await openWorkspace(call)
      const { erased } = await call.session.client.privacy.reapplyErasures({ fileToken: call.session.grant(copy) })
      return { json: { erased }, lines: [call.t('erasuresApplied', { path: copy, count: erased, n: formatNumber(erased, call.language) })] }
    }
  }
]
