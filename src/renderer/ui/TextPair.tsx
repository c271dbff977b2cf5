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
  /** Must say something: while it is empty nothing changes, and leaving it brings back what was there. */
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
  const [isEmptied, setIsEmptied] = useState(false)
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
          setIsEmptied(isEmpty)
          if (!isEmpty) onChange(editText(value, language, typed))
        }}
        onBlur={() => {
          setIsEmptied(false)
          onLeave?.()
        }}
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
