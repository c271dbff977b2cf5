import { describe, expect, it } from 'vitest'
import { formatDifference, formatFigure } from '../../../../src/shared/i18n/figures.ts'
import { formatMoney, formatNumber, formatShare } from '../../../../src/shared/i18n/formats.ts'
import { formatTenth } from '../../../../src/shared/i18n/tenths.ts'

describe('negative figures', () => {
  it.each(['es', 'en'] as const)('carry the minus that differences carry (%s)', (language) => {
    const written = [
      formatMoney(-123_456, 'EUR', language),
      formatNumber(-1234, language),
      formatShare(-0.447, language),
      formatFigure(-44.7, '%', 'EUR', language),
      formatTenth(-3.25, language),
      formatDifference(-2.1, '%', 'EUR', language)
    ]
    for (const figure of written) {
      expect(figure).toContain('−')
      expect(figure).not.toContain('-')
    }
  })
})
