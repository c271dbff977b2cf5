export * from '../../../shared/models/edge-routes.ts'
