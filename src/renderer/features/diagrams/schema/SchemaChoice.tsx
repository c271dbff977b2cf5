import { Button, Loader, TextInput } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { HostClient } from '../../../../shared/contract/index.ts'
import type { PickedFile } from '../../../../shared/contract/shell.ts'
import { client, orpc } from '../../../api/client.ts'
import { readError } from '../../../api/errors.ts'
import { navigate } from '../../../stores/route.ts'
import { closeSchema, importSchema } from '../../../stores/schema-source.ts'
import { ErrorNotice } from '../../../ui/ErrorNotice.tsx'
import { useFormats } from '../../../ui/formats.tsx'
import { notify, withdrawRefusal } from '../../../ui/notify.tsx'
import { countChosen, suggestObjects } from './choose-objects.ts'
import { ObjectList } from './ObjectList.tsx'
import { SchemaNotes } from './SchemaNotes.tsx'

type Schema = Awaited<ReturnType<HostClient['diagrams']['inspectSchema']>>

/** What a folder or file holds, to choose from. */
export function SchemaChoice({ file }: { file: PickedFile }): ReactNode {
  const { t } = useTranslation()
  const { language } = useFormats()
  // Read again every time it is chosen: what is in the folder may have changed since.
  const schema = useQuery(orpc.diagrams.inspectSchema.queryOptions({ input: { fileToken: file.token, language }, gcTime: 0, retry: false }))
  if (schema.error)
    return (
      <div className="schema-failed">
        <ErrorNotice error={readError(schema.error)} />
        <Button
          variant="default"
          data-testid="schema-again"
          onClick={() => {
            importSchema()
          }}
        >
          {t('diagramSchema.again')}
        </Button>
      </div>
    )
  if (!schema.data)
    return (
      <p className="schema-reading" role="status">
        <Loader size="sm" /> {t('diagramSchema.reading', { name: file.name })}
      </p>
    )
  return <SchemaForm file={file} schema={schema.data} />
}

function SchemaForm({ file, schema }: { file: PickedFile; schema: Schema }): ReactNode {
  const { t } = useTranslation()
  const { count, language } = useFormats()
  const [chosen, setChosen] = useState(() => suggestObjects(schema.objects))
  const [name, setName] = useState(() => t('diagramSchema.name', { name: schema.name }).slice(0, 200))
  const counts = countChosen(schema.objects, chosen)
  const make = useMutation({
    mutationFn: () => client.diagrams.importSchema({ fileToken: file.token, objects: [...chosen], name: name.trim(), language }),
    onSuccess: ({ id, objects, fields, relations }) => {
      closeSchema()
      withdrawRefusal()
      navigate({ screen: 'diagrams', diagramId: id, mode: 'edit' })
      notify(
        t('diagramSchema.done', {
          objects: t('diagramSchema.objects', { count: objects, n: count(objects) }),
          fields: t('diagramSchema.fields', { count: fields, n: count(fields) }),
          relations: t('diagramSchema.relations', { count: relations, n: count(relations) })
        })
      )
    }
  })
  return (
    <form
      className="schema-form"
      onSubmit={(event) => {
        event.preventDefault()
        if (counts.objects > 0 && name.trim() !== '') make.mutate()
      }}
    >
      <ObjectList objects={schema.objects} chosen={chosen} onChange={setChosen} />
      <SchemaNotes notes={schema.notes} />
      {make.error && <ErrorNotice error={readError(make.error)} />}
      <footer>
        <TextInput
          label={t('diagramSchema.nameLabel')}
          value={name}
          maxLength={200}
          data-testid="schema-name"
          onChange={({ currentTarget: { value } }) => {
            setName(value)
          }}
        />
        <Button variant="default" onClick={closeSchema}>
          {t('common.cancel')}
        </Button>
        <Button type="submit" disabled={counts.objects === 0 || name.trim() === ''} loading={make.isPending} data-testid="schema-create">
          {t('diagramSchema.create', { count: counts.objects, n: count(counts.objects) })}
        </Button>
      </footer>
    </form>
  )
}
