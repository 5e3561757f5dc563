import { defineConfig } from 'vitest/config'

/** `unit`: parallel, real encrypted files where needed. `torture`: kill, power loss, full disk. `e2e`: the built program. */
export default defineConfig({
  test: {
    root: '.',
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{shared,electron,renderer,architecture,build}/**/*.test.{ts,tsx}'],
          exclude: ['test/**/*.torture.test.ts'],
          pool: 'forks',
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'torture',
          include: ['test/**/*.torture.test.ts'],
          pool: 'forks',
          fileParallelism: false,
          testTimeout: 600_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts', 'test/desktop/**/*.test.ts'],
          setupFiles: ['test/desktop/settle-traces-setup.ts'],
          pool: 'forks',
          execArgv: ['--disable-warning=ExperimentalWarning'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
