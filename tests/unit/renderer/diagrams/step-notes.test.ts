import { describe, expect, it } from 'vitest'
import { addDecision, readDecisions, readPlainNotes } from '../../../../src/renderer/features/diagrams/walk/step-notes.ts'
import { addActionId, readActionIds } from '../../../../src/shared/diagrams/shape-actions.ts'
import { DiagramShape } from '../../../../src/shared/diagrams/diagram.ts'

const shape = DiagramShape.parse({ item: 'shape', id: 'a', kind: 'process', x: 0, y: 0, width: 100, height: 50, order: 0, label: 'Call' })

describe('what a walk keeps on a shape', () => {
  it('adds decisions to the notes and finds them again, whichever language they were noted in', () => {
    const once = addDecision({ ...shape, notes: 'Ask for the owner.\n' }, { date: '2026-11-22', text: ' Call all\n twenty ' }, 'en')
    expect(once.notes).toBe('Ask for the owner.\nDecision 2026-11-22: Call all twenty')
    const twice = addDecision(once, { date: '2026-12-01', text: 'Seguir así' }, 'es')
    expect(readDecisions(twice)).toEqual([
      { date: '2026-11-22', text: 'Call all twenty' },
      { date: '2026-12-01', text: 'Seguir así' }
    ])
    expect(readPlainNotes(twice)).toBe('Ask for the owner.')
  })
  it('begins the notes of a shape that has none, and takes other lines for notes', () => {
    expect(addDecision(shape, { date: '2026-11-22', text: 'Go' }, 'es').notes).toBe('Decisión 2026-11-22: Go')
    const plain = { notes: 'Decision: none yet\nDecision 22/11/2026: no date of ours' }
    expect(readDecisions(plain)).toEqual([])
    expect(readPlainNotes(plain)).toBe(plain.notes)
    expect(readDecisions({})).toEqual([])
  })
  it('keeps actions beside what other programs keep on the shape', () => {
    const kept = addActionId(addActionId({ ...shape, data: { owner: 'Ana' } }, 4), 12)
    expect(kept.data).toEqual({ owner: 'Ana', 'cauce-actions': '4 12' })
    expect(readActionIds(kept)).toEqual([4, 12])
    expect(readActionIds({ data: { 'cauce-actions': 'x 3 ' } })).toEqual([3])
    expect(readActionIds(shape)).toEqual([])
  })
})
