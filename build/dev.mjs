// npm run dev: builds on every change; the page is loaded anew, and main or preload start anew.
process.argv.splice(2, 0, 'test/desktop/dev.ts')
await import('./with-node.mjs')
