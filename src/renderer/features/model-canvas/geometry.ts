export * from '../../../shared/models/geometry.ts'
