import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { findNamedFiles } from '../../../../src/main/windows/named-files.ts'

describe('workspace files among the arguments', () => {
  const folder = resolve('/home/ana')

  it('takes full paths, paths from the folder and addresses, with any letters in the ending', () => {
    const full = resolve('/media/Mi tienda.CAUCE')
    expect(findNamedFiles([full, 'Molino.cauce', pathToFileURL(full).href], folder)).toEqual([full, resolve(folder, 'Molino.cauce'), full])
  })

  it('leaves switches, the program and other files alone', () => {
    expect(findNamedFiles(['.', '--user-data-dir=/tmp/x.cauce', 'orders.csv', '--no-sandbox'], folder)).toEqual([])
  })
})
