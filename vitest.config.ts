import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores are common on the machines that test; more workers than that only take memory.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'],
          // Only what hangs is a failure: a busy machine is ten times slower than a quiet one.
          testTimeout: 60_000
        }
      },
      {
        test: {
          name: 'data-host',
          environment: 'node',
          include: ['tests/data-host/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000
        }
      },
      { test: { name: 'component', environment: 'jsdom', include: ['tests/component/**/*.test.{ts,tsx}'] } }
    ]
  }
})
