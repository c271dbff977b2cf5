import { useMemo } from 'react'
import { applyVariant, findVariant } from '../../../shared/models/apply-variant.ts'
import type { Model } from '../../../shared/models/model.ts'
import { useView } from '../../stores/views.ts'

/** The model in the view the person chose of it. */
export function useModelView<M extends Model | undefined>(model: M): M | Model {
  const view = useView(model?.id ?? '')
  return useMemo(() => (model ? applyVariant(model, findVariant(model, view)) : model), [model, view])
}
