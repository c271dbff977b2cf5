import type { ReactNode } from 'react'
import { findVariant } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import { chooseView, useView } from '../../stores/views.ts'
import { ViewMenu } from '../../ui/ViewMenu.tsx'

/** Switches the view of a model, here and wherever else it is shown. */
export function ViewSwitch({ model }: { model: Model }): ReactNode {
  const chosen = findVariant(model, useView(model.id))
  return <ViewMenu model={model} chosen={chosen} onChoose={(viewId) => void chooseView(model.id, viewId)} />
}
