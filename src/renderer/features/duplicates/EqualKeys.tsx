import { Button, Group, Modal } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DuplicateSummary } from '../../../shared/contract/duplicates.ts'
import { client } from '../../api/client.ts'
import { readError } from '../../api/errors.ts'
import { useFormats } from '../../ui/formats.tsx'
import { notify, notifyError } from '../../ui/notify.tsx'

const KEYS = ['taxId', 'email'] as const
type Key = (typeof KEYS)[number]
const FACTS = { taxId: 'equalTaxId', email: 'equalEmail' } as const

/** Merges every group that an equal tax id, or e-mail, makes safe: after asking, as one change. */
export function EqualKeys({ summary }: { summary: DuplicateSummary }): ReactNode {
  const { t } = useTranslation()
  const formats = useFormats()
  const [asked, setAsked] = useState<Key | null>(null)
  const merging = useMutation({
    mutationFn: (key: Key) => client.duplicates.mergeEqual({ key }),
    onSuccess: ({ merged }) => {
      setAsked(null)
      notify(t('duplicates.equalDone', { count: merged, formatted: formats.count(merged) }), {
        label: t('duplicates.undo'),
        run: () => void client.workspace.undo()
      })
    },
    onError: (error) => {
      notifyError(readError(error))
    }
  })
  const facts = asked && summary[FACTS[asked]]
  return (
    <>
      {KEYS.filter((key) => summary[FACTS[key]].clusters > 0).map((key) => (
        <Button
          key={key}
          size="xs"
          variant="default"
          onClick={() => {
            setAsked(key)
          }}
          data-testid={`duplicate-all-${key}`}
        >
          {t(`duplicates.${FACTS[key]}`, { formatted: formats.count(summary[FACTS[key]].clusters) })}
        </Button>
      ))}
      <Modal
        opened={asked !== null}
        onClose={() => {
          setAsked(null)
        }}
        title={t('duplicates.equalTitle')}
        centered
        closeButtonProps={{ 'aria-label': t('common.close') }}
      >
        {facts && (
          <>
            <p>{t('duplicates.equalText', { clusters: formats.count(facts.clusters), merged: formats.count(facts.merged) })}</p>
            <Group justify="flex-end" mt="md">
              <Button
                variant="default"
                onClick={() => {
                  setAsked(null)
                }}
              >
                {t('duplicates.cancel')}
              </Button>
              <Button
                loading={merging.isPending}
                onClick={() => {
                  merging.mutate(asked)
                }}
                data-testid="duplicate-all-confirm"
              >
                {t('duplicates.merge')}
              </Button>
            </Group>
          </>
        )}
      </Modal>
    </>
  )
}
