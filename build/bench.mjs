// npm run bench [-- --json FILE] [-- --only NAME,…]
process.argv.splice(2, 0, 'test/bench/bench.ts')
await import('./with-node.mjs')
