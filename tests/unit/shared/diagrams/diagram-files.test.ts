import { describe, expect, it } from 'vitest'
import { isDiagramFile, isOrganisationFile } from '../../../../src/shared/diagrams/diagram-files.ts'

describe('a table brought to the window', () => {
  it.each(['Empleado;Jefe;Puesto\nAna;;Directora', '\ufeffName,Manager,Title\n', '"Full name"\t"Reports to"\n'])(
    'is an organisation chart by its columns, and only where diagrams are shown: %j',
    (start) => {
      expect(isOrganisationFile('people.csv', start)).toBe(true)
      expect(isDiagramFile('people.csv', start)).toBe(false)
    }
  )
  it.each(['Nombre;Correo;Ciudad\n', 'customer_id,order_date,total\n', 'Jefe;Ciudad\n', ''])('is data otherwise: %j', (start) => {
    expect(isOrganisationFile('customers.csv', start)).toBe(false)
  })
  it('of Lucidchart is a diagram anywhere', () => {
    expect(isDiagramFile('process.csv', 'Id,Name,Shape Library,Page ID\n')).toBe(true)
  })
})
