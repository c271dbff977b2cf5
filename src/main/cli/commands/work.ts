import { formatNumber } from '../../../shared/i18n/formats.ts'
import { translate } from '../../../shared/i18n/translate.ts'
import type { Command } from '../command.ts'
import { openWorkspace } from '../files.ts'
import { renderTable } from '../table.ts'

/** What was walked through and what somebody will do about it. */
export const workCommands: readonly Command[] = [
  {
    name: 'walks',
    args: ['FILE'],
    run: async (call) => {
      await openWorkspace(call)
      const walks = await call.session.client.walks.listWalks()
      const rows = walks.map((walk) => [
        walk.id,
        walk.modelId,
        walk.startedAt.slice(0, 10),
        walk.finishedAt?.slice(0, 10) ?? null,
        `${formatNumber(walk.doneSteps, call.language)}/${formatNumber(walk.steps, call.language)}`,
        walk.participants
      ])
      const titles = ['id', 'model', 'started', 'finished', 'steps', 'participants'].map((key) => ({
        title: call.t(key),
        right: key === 'id' || key === 'steps'
      }))
      return { json: walks, lines: renderTable(titles, rows) }
    }
  },
  {
    name: 'plan',
    args: ['FILE'],
    run: async (call) => {
      await openWorkspace(call)
      const actions = await call.session.client.plan.listActions({})
      const places = await call.session.client.plan.listPlaces()
      const tellPlace = (id: number): string | null => {
        const place = places.find(({ actionId }) => actionId === id)
        return place ? [place.diagram, place.label].filter(Boolean).join(' › ') : null
      }
      const rows = actions.map((action) => [
        action.dueDate,
        action.title,
        action.owner,
        translate(call.language, `cli.status.${action.status}`),
        action.elementId ?? action.modelId ?? tellPlace(action.id)
      ])
      const titles = ['due', 'action', 'owner', 'statusTitle', 'element'].map((key) => ({ title: call.t(key) }))
      return { json: actions, lines: renderTable(titles, rows) }
    }
  }
]
