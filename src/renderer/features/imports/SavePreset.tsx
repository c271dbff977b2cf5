import { Button, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ImportSettings } from '../../../shared/contract/imports.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { notifyError } from '../../ui/notify.tsx'
import { toKept } from './import-draft.ts'

interface SavePresetProps {
  settings: ImportSettings
  /** Names of the file's own columns. */
  headers: readonly string[]
  /** The name it has already; saving again under it replaces it. */
  name: string
}

/** Keeps how the file was read, mapped and cleaned: next month's file is recognised by its columns. */
export function SavePreset({ settings, headers, name: initial }: SavePresetProps): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState(initial)
  const save = useMutation({
    mutationFn: (wanted: string) => client.imports.savePreset({ name: wanted, headers: [...headers], settings: toKept(settings) }),
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const wanted = name.trim()
  if (save.isSuccess)
    return (
      <p role="status" className="preset-saved" data-testid="preset-saved">
        {t('importing.presetSaved', { name: wanted })}
      </p>
    )
  return (
    <form
      className="save-preset"
      onSubmit={(event) => {
        event.preventDefault()
        if (wanted !== '') save.mutate(wanted)
      }}
    >
      <TextInput
        label={t('importing.presetName')}
        description={t('importing.presetWhy')}
        value={name}
        maxLength={80}
        inputWrapperOrder={['label', 'description', 'input', 'error']}
        onChange={(event) => {
          setName(event.currentTarget.value)
        }}
        data-testid="preset-name"
      />
      <Button type="submit" variant="default" disabled={wanted === ''} loading={save.isPending} data-testid="preset-save">
        {t('importing.presetSave')}
      </Button>
    </form>
  )
}
