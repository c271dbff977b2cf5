import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Text } from '../../../../shared/domain/text.ts'
import { otherLanguage } from '../../../../shared/models/own-model.ts'
import { Caption, Card } from '../../../ui/Card.tsx'
import { useFormats } from '../../../ui/formats.tsx'

/** The rule in plain words, in the person's language; the other one a click away. */
export function Reading({ reading, isOld = false }: { reading: Text | null; isOld?: boolean }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  const [isBoth, setIsBoth] = useState(false)
  const other = otherLanguage(language)
  if (reading === null) return null
  return (
    <Card className="rule-reading">
      <Caption>{t('segmentBuilder.inWords')}</Caption>
      <p className={isOld ? 'rule-old' : ''} data-testid="rule-reading">
        {reading[language]}
      </p>
      {isBoth && (
        <p lang={other} className={isOld ? 'rule-reading-other rule-old' : 'rule-reading-other'} data-testid="rule-reading-other">
          {reading[other]}
        </p>
      )}
      <button
        type="button"
        className="table-toggle"
        aria-expanded={isBoth}
        onClick={() => {
          setIsBoth(!isBoth)
        }}
        data-testid="rule-peek"
      >
        {t(isBoth ? 'segmentBuilder.hideOther' : 'segmentBuilder.showOther')}
      </button>
    </Card>
  )
}
