import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 20_000,
    hookTimeout: 60_000,
    // Bundles, engines and whole pipelines run in some files: more workers than cores only slow each other down.
    maxWorkers: 2,
    reporters: ['default', './test/support/tally-reporter.ts'],
  },
})
