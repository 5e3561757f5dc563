import { builtinModules } from 'node:module'
import { resolve } from 'node:path'
import { defineConfig } from 'vite'

/** Bundled CommonJS packages ask for Node's own modules by `require`, which an ES module does not have. */
const requireForCommonJs =
  "import { createRequire as makeRequire } from 'node:module'; const require = makeRequire(import.meta.url);"

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
        'vcard-worker': resolve(root, 'electron/vcard-worker.ts'),
      },
      formats: ['es'],
    },
    rollupOptions: {
      external: ['electron', 'better-sqlite3', ...builtinModules, ...builtinModules.map(name => `node:${name}`)],
      output: { entryFileNames: '[name].js', chunkFileNames: 'chunk-[name].js', banner: requireForCommonJs },
    },
  },
  ssr: { noExternal: true },
})
