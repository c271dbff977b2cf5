import { MantineProvider } from '@mantine/core'
import { cleanup, fireEvent, render, screen } from '@testing-library/react'
import { I18nextProvider } from 'react-i18next'
import { afterEach, expect, it, vi } from 'vitest'
import type { ReactNode } from 'react'
import { translator } from '../../src/renderer/app/i18n.ts'
import { Boundary } from '../../src/renderer/ui/Boundary.tsx'

// Mantine asks the window what people prefer; jsdom has no answer.
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }))
afterEach(cleanup)

const state = { fails: true }
function Page({ name }: { name: string }): ReactNode {
  if (state.fails) throw new Error('cannot be drawn')
  return <p>{name}</p>
}
const draw = (subject: string): ReactNode => (
  <I18nextProvider i18n={translator}>
    <MantineProvider>
      <nav>Rail</nav>
      <Boundary subject={subject}>
        <Page name={subject} />
      </Boundary>
    </MantineProvider>
  </I18nextProvider>
)

it('a page that cannot be drawn says so and leaves the rest of the window; another page, or another try, is drawn', () => {
  const said = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  state.fails = true
  const { rerender } = render(draw('one'))
  expect(screen.getByText('Rail')).toBeDefined()
  expect(screen.getByRole('alert')).toBeDefined()
  // Whoever looks into the console finds why.
  expect(said).toHaveBeenCalled()
  state.fails = false
  fireEvent.click(screen.getByRole('button'))
  expect(screen.getByText('one')).toBeDefined()
  state.fails = true
  rerender(draw('two'))
  expect(screen.getByRole('alert')).toBeDefined()
  state.fails = false
  rerender(draw('three'))
  expect(screen.getByText('three')).toBeDefined()
  said.mockRestore()
})
