import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

const root = resolve(import.meta.dirname, '..')

/** The main process and its worker threads: one ES module each, everything bundled but Electron and the driver. */
export default defineConfig({
  root,
  publicDir: false,
  build: {
    outDir: 'out/main',
    emptyOutDir: true,
    target: 'node24',
    minify: false,
    sourcemap: true,
    lib: {
      entry: {
        main: resolve(root, 'electron/main.ts'),
        'vault-worker': resolve(root, 'electron/vault-worker.ts'),
        'checkpoint-worker': resolve(root, 'electron/checkpoint-worker.ts'),
        'vcard-worker': resolve(root, 'electron/vcard-worker.ts'),
      },
      formats: ['es'],
    },
    rollupOptions: {
      // bundled CommonJS packages then find Node's own modules
      platform: 'node',
      external: ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map(name => `node:${name}`)],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js' },
    },
  },
  ssr: { noExternal: true },
})
