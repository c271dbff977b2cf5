import { Textarea, TextInput } from '@mantine/core'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../shared/domain/text.ts'
import { editText, isUntranslated, otherLanguage, translateText } from '../../shared/models/own-model.ts'
import { useFormats } from './formats.tsx'

interface TextPairProps {
  label: string
  value: Text
  onChange: (value: Text) => void
  /** Saves at once: the field was left. */
  onLeave?: () => void
  isLong?: boolean
  /** Must say something: while it is empty what was there is kept, and it says so. */
  isNeeded?: boolean
  testId?: string
  autoFocus?: boolean
}

/**
 * One text in both languages: the person's language first. The other may stay empty: it then shows the same text, and
 * follows it until it is written.
 */
export function TextPair({
  label,
  value,
  onChange,
  onLeave,
  isLong = false,
  isNeeded = false,
  testId,
  autoFocus = false
}: TextPairProps): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  /** What was there when somebody came to the field: letters taken away one by one do not leave the last of them. */
  const [before, setBefore] = useState(value)
  const [emptied, setEmptied] = useState<{ kept: Text; language: string } | null>(null)
  // What is there changed otherwise, by an undo or in the other language: the field shows it again.
  const isEmptied = emptied?.language === language && emptied.kept.en === value.en && emptied.kept.es === value.es
  const other = otherLanguage(language)
  const Field = isLong ? Textarea : TextInput
  const size = isLong ? { autosize: true, minRows: 2, maxRows: 8 } : {}
  return (
    <div className="text-pair">
      <Field
        {...size}
        label={label}
        leftSection={<LanguageTag language={language} />}
        value={isEmptied ? '' : value[language]}
        error={isEmptied ? t('editor.needed') : undefined}
        data-autofocus={autoFocus || undefined}
        data-testid={testId}
        spellCheck={false}
        onChange={({ currentTarget: { value: typed } }) => {
          const isEmpty = isNeeded && typed.trim() === ''
          setEmptied(isEmpty ? { kept: before, language } : null)
          onChange(isEmpty ? before : editText(value, language, typed))
        }}
        onFocus={() => {
          setBefore(value)
        }}
        onBlur={() => onLeave?.()}
      />
      <Field
        {...size}
        aria-label={t('editor.otherLanguage', { label, language: t(`editor.language.${other}`) })}
        leftSection={<LanguageTag language={other} />}
        placeholder={value[language].trim() === '' ? undefined : t('editor.sameText')}
        value={isUntranslated(value, language) ? '' : value[other]}
        data-testid={testId && `${testId}-other`}
        spellCheck={false}
        onChange={({ currentTarget: { value: typed } }) => {
          onChange(translateText(value, language, typed))
        }}
        onBlur={() => onLeave?.()}
      />
    </div>
  )
}

function LanguageTag({ language }: { language: string }): ReactNode {
  return (
    <span className="text-pair-language" aria-hidden>
      {language.toUpperCase()}
    </span>
  )
}
