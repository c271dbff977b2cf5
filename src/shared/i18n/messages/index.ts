import { assessment } from './assessment.ts'
import { canvas } from './canvas.ts'
import { changes } from './changes.ts'
import { charts } from './charts.ts'
import { checks } from './checks.ts'
import { cli } from './cli.ts'
import { choose } from './choose.ts'
import { common } from './common.ts'
import { cleaning } from './cleaning.ts'
import { compare } from './compare.ts'
import { customerPage } from './customer-page.ts'
import { customerTable } from './customer-table.ts'
import { customers } from './customers.ts'
import { dataHealth } from './data-health.ts'
import { diagramCanvas } from './diagram-canvas.ts'
import { diagramLinks } from './diagram-links.ts'
import { diagramPresent } from './diagram-present.ts'
import { diagrams } from './diagrams.ts'
import { diagramShapes } from './diagram-shapes.ts'
import { diagramSchema } from './diagram-schema.ts'
import { diagramTeams } from './diagram-teams.ts'
import { diagramExchange } from './diagram-exchange.ts'
import { duplicates } from './duplicates.ts'
import { editor } from './editor.ts'
import { errors } from './errors.ts'
import { evidence } from './evidence.ts'
import { evidenceEdit } from './evidence-edit.ts'
import { explanation } from './explanation.ts'
import { frame } from './frame.ts'
import { gallery } from './gallery.ts'
import { history } from './history.ts'
import { home } from './home.ts'
import { importing } from './importing.ts'
import { imports } from './imports.ts'
import { kinds } from './kinds.ts'
import { linkStates } from './link-states.ts'
import { menu } from './menu.ts'
import { plan } from './plan.ts'
import { privacy } from './privacy.ts'
import { reports } from './reports.ts'
import { segmentBuilder } from './segment-builder.ts'
import { segments } from './segments.ts'
import { settings } from './settings.ts'
import { simulator } from './simulator.ts'
import { start } from './start.ts'
import { value } from './value.ts'
import { walk } from './walk.ts'
import { report } from './report.ts'

/** Every area of texts, by the name its keys start with: `t('common.cancel')`. */
export const areas = {
  charts,
  common,
  cleaning,
  compare,
  choose,
  imports,
  evidence,
  evidenceEdit,
  explanation,
  simulator,
  frame,
  menu,
  canvas,
  walk,
  assessment,
  changes,
  editor,
  errors,
  kinds,
  start,
  home,
  customers,
  customerTable,
  diagrams,
  diagramCanvas,
  diagramLinks,
  linkStates,
  diagramPresent,
  diagramShapes,
  diagramExchange,
  duplicates,
  customerPage,
  history,
  segments,
  segmentBuilder,
  value,
  gallery,
  plan,
  privacy,
  dataHealth,
  reports,
  settings,
  importing,
  report,
  cli,
  checks,
  diagramSchema,
  diagramTeams
}
