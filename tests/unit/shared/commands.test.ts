import { expect, test } from 'vitest'
import { COMMANDS } from '../../../src/shared/commands.ts'
import { LANGUAGES } from '../../../src/shared/domain/text.ts'
import { translate } from '../../../src/shared/i18n/translate.ts'

test.each(LANGUAGES)('every command has a name of its own in %s', (language) => {
  const names = COMMANDS.map(({ messageKey }) => translate(language, messageKey))
  expect(names.filter((name) => name.startsWith('menu.'))).toEqual([])
  expect(new Set(names).size).toBe(COMMANDS.length)
})

test('no id and no keys are given twice', () => {
  const keys = COMMANDS.flatMap((command) => ('accelerator' in command ? [command.accelerator] : []))
  expect(new Set(COMMANDS.map(({ id }) => id)).size).toBe(COMMANDS.length)
  expect(new Set(keys).size).toBe(keys.length)
})
