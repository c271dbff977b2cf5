import { host } from './base.ts'
import { CauceError } from '../../../shared/domain/errors.ts'

export const reportsProcedures = {
  renderReport: host.reports.renderReport.handler(() => {
    throw new CauceError('internal')
  }),
  saveReport: host.reports.saveReport.handler(() => {
    throw new CauceError('internal')
  }),
  renderDiagram: host.reports.renderDiagram.handler(() => {
    throw new CauceError('internal')
  }),
  saveDiagram: host.reports.saveDiagram.handler(() => {
    throw new CauceError('internal')
  }),
  exportData: host.reports.exportData.handler(() => {
    throw new CauceError('internal')
  })
}
