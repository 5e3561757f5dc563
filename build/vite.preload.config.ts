import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** The preload: one CommonJS file, since a sandboxed preload can require nothing but `electron`. Put beside main, which names it. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'out/main',
    emptyOutDir: false,
    target: 'chrome156',
    minify: false,
    sourcemap: false,
    lib: { entry: resolve(root, 'electron/preload.ts'), formats: ['cjs'] },
    rollupOptions: {
      external: ['electron'],
      output: { entryFileNames: 'preload.cjs', codeSplitting: false },
    },
  },
  resolve: { conditions: ['module', 'browser', 'import', 'default'] },
})
