// npm run torture [-- --long]: the reliability runs alone, with their figures.
const isLong = process.argv.includes('--long')
if (isLong) process.env.ZHANGGUI_TORTURE = 'long'
const rest = process.argv.slice(2).filter(argument => argument !== '--long')
process.argv.splice(
  2,
  Infinity,
  'node_modules/vitest/vitest.mjs',
  'run',
  '-c',
  'build/vitest.config.ts',
  '--project',
  'torture',
  ...rest,
)
await import('./with-node.mjs')
