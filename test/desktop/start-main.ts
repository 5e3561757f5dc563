import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'

const standIn = new URL('./electron/electron-module.ts', import.meta.url).href

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' || specifier === 'electron/main' ? { url: standIn, shortCircuit: true } : next(specifier, context),
})

// the program sees the arguments that Electron would give it: its own file where this one stands
process.argv.splice(1, 1)
await import(pathToFileURL(process.argv[1] ?? '').href)
