import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Two cores are common on the machines that test; more workers than that only take memory.
    maxWorkers: 2,
    projects: [
      { test: { name: 'unit', environment: 'node', include: ['tests/unit/**/*.test.ts', 'tests/architecture/**/*.test.ts'] } },
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
