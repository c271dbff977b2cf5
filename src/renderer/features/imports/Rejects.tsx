import { Button } from '@mantine/core'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportResult, ImportSettings } from '../../../shared/contract/imports.ts'
import type { PickedFile } from '../../../shared/contract/shell.ts'
import type { Text } from '../../../shared/domain/text.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { shell } from '../../api/shell.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

const SHOWN = 5
/** Rows named of each reason. */
const NAMED = 3

interface Reason {
  key: string
  message: Text
  column: string | null
  rows: number[]
}

/** Refused rows by what is wrong with them, most first. */
function groupReasons({ rejects }: ImportResult): Reason[] {
  const groups = new Map<string, Reason>()
  for (const { row, column, message } of rejects) {
    const key = JSON.stringify([message, column])
    const group = groups.get(key) ?? { key, message, column, rows: [] }
    group.rows.push(row)
    groups.set(key, group)
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length)
}

/** Why rows are refused, and a way to keep them for mending. */
export function Rejects({ file, settings, result }: { file: PickedFile; settings: ImportSettings; result: ImportResult }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const reasons = groupReasons(result)
  const unsaid = result.rejected - reasons.slice(0, SHOWN).reduce((sum, { rows }) => sum + rows.length, 0)
  const save = async (): Promise<void> => {
    try {
      const target = await shell('pickFile', { purpose: 'save-rejects', suggestedName: file.name.replace(/(\.[^.]*)?$/, '-refused.csv') })
      if (!target) return
      const { rows } = await client.imports.saveRejects({ ...settings, outToken: target.token })
      notify(t('importing.rejectsSaved', { rows: formats.count(rows) }))
    } catch (error) {
      notifyError(readError(error))
    }
  }
  return (
    <div className="rejects" data-testid="import-rejects">
      <h3 className="caption">{t('importing.reasons')}</h3>
      <ul>
        {reasons.slice(0, SHOWN).map(({ key, message, column, rows }) => (
          <li key={key}>
            {formats.text(message)}{' '}
            <span className="faint">
              {column && `${column} · `}
              {t('importing.reasonRows', {
                count: rows.length,
                rows: rows
                  .slice(0, NAMED)
                  .map((row) => formats.count(row))
                  .join(', ')
              })}
              {rows.length > NAMED && ` ${t('importing.reasonMore', { count: rows.length - NAMED })}`}
            </span>
          </li>
        ))}
      </ul>
      {unsaid > 0 && <p className="faint">{t('importing.reasonUnsaid', { count: unsaid, formatted: formats.count(unsaid) })}</p>}
      <Button variant="default" size="xs" onClick={() => void save()} data-testid="import-save-rejects">
        {t('importing.saveRejects')}
      </Button>
    </div>
  )
}
