import { Button, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { MemberSource } from '../../../../shared/contract/segments.ts'
import type { Text } from '../../../../shared/domain/text.ts'
import { client } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { TextPair } from '../../../ui/TextPair.tsx'
import { completeName } from '../builder/draft.ts'
import { Outcome, useMemberSource } from './MembersCard.tsx'
import './page.css'

/** A fixed list of customers under a name: pasted, or as a segment holds them today. */
export function NewListDialog({ onClose }: { onClose: () => void }): ReactNode {
  const { t } = useTranslation()
  const [name, setName] = useState<Text>({ en: '', es: '' })
  const source = useMemberSource(null)
  const complete = completeName(name)
  const make = useMutation({
    mutationFn: (input: { name: Text; source: MemberSource }) => client.segments.createList(input),
    onSuccess: (outcome) => {
      // What was not found must be read before the dialog goes.
      if (outcome.unknownTotal + outcome.ambiguousTotal === 0) open(outcome.id)
    }
  })
  const open = (segmentId: string): void => {
    onClose()
    navigate({ screen: 'segments', view: 'segment', segmentId })
  }
  const made = make.data
  return (
    <Modal opened size="lg" onClose={onClose} title={t('segments.newListTitle')} closeButtonProps={{ 'aria-label': t('common.close') }}>
      {made ? (
        <div className="segment-dialog">
          <Outcome outcome={made} isAdding />
          <footer>
            <Button
              onClick={() => {
                open(made.id)
              }}
            >
              {t('common.open')}
            </Button>
          </footer>
        </div>
      ) : (
        <form
          className="segment-dialog"
          onSubmit={(event) => {
            event.preventDefault()
            if (complete && source.value) make.mutate({ name: complete, source: source.value })
          }}
        >
          <p className="muted">{t('segments.newListText')}</p>
          <TextPair label={t('segmentBuilder.name')} value={name} onChange={setName} testId="list-name" autoFocus />
          {source.fields}
          {make.error && <ErrorNotice error={readError(make.error)} />}
          <footer>
            <Button variant="default" onClick={onClose}>
              {t('common.cancel')}
            </Button>
            <Button type="submit" disabled={!complete || !source.value} loading={make.isPending} data-testid="list-create">
              {t('segments.newListMake')}
            </Button>
          </footer>
        </form>
      )}
    </Modal>
  )
}
