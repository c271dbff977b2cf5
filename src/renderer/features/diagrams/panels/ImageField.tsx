import { Button, FileButton } from '@mantine/core'
import { IconPhoto } from '@tabler/icons-react'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ImageData, type DiagramShape } from '../../../../shared/diagrams/diagram.ts'
import { setKey } from './change-items.ts'
import { Section } from './inspector-fields.tsx'
import type { Edits } from './use-edits.ts'

const ACCEPTED = 'image/png,image/jpeg,image/gif,image/webp'

/** A file of the person's as a data URL; null: it is no picture of a kind taken here, or too large. */
function readPicture(file: File): Promise<string | null> {
  return new Promise((resolve) => {
    const reader = new FileReader()
    reader.onload = () => {
      const found = ImageData.safeParse(reader.result)
      resolve(found.success ? found.data : null)
    }
    reader.onerror = () => {
      resolve(null)
    }
    reader.readAsDataURL(file)
  })
}

/** The picture of a picture shape: put there, replaced, taken away. */
export function ImageField({ shape, edits }: { shape: DiagramShape; edits: Edits }): ReactNode {
  const { t } = useTranslation()
  const [isRefused, setIsRefused] = useState(false)
  const take = (file: File | null): void => {
    if (!file) return
    void readPicture(file).then((image) => {
      setIsRefused(image === null)
      if (image !== null) edits.shapes('image', (each) => setKey(each, 'image', image))
    })
  }
  return (
    <Section title={t('diagrams.picture')}>
      <div className="inspector-buttons">
        <FileButton onChange={take} accept={ACCEPTED}>
          {(props) => (
            <Button {...props} size="xs" variant="default" leftSection={<IconPhoto size={15} stroke={1.6} />} data-testid="image-choose">
              {t(shape.image === undefined ? 'diagrams.choosePicture' : 'diagrams.replacePicture')}
            </Button>
          )}
        </FileButton>
        {shape.image !== undefined && (
          <Button
            size="xs"
            variant="subtle"
            onClick={() => {
              edits.shapes('image', (each) => setKey(each, 'image', undefined))
            }}
          >
            {t('common.remove')}
          </Button>
        )}
      </div>
      {isRefused && (
        <p className="inspector-error" role="alert">
          {t('diagrams.pictureRefused')}
        </p>
      )}
    </Section>
  )
}
