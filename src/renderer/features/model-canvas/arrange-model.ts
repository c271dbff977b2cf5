export * from '../../../shared/models/arrange-model.ts'
