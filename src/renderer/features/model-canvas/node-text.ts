export * from '../../../shared/models/node-text.ts'
