import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { AppError } from '../../shared/kernel/app-error.ts'
import { seedVault } from './seed-vault.ts'

const usage = `npm run seed -- --customers N --vault DIR [--password TEXT] [--seed N]
Makes a new vault in DIR with N customers, the same for the same seed.
`

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      customers: { type: 'string', default: '1000' },
      vault: { type: 'string' },
      password: { type: 'string', default: 'spring-tea-under-the-bridge' },
      seed: { type: 'string', default: '20261120' },
    },
  })
  const customers = Number(values.customers)
  if (values.vault === undefined || !Number.isInteger(customers) || customers < 0) {
    process.stderr.write(usage)
    process.exitCode = 2
    return
  }
  const started = performance.now()
  const folder = resolve(values.vault)
  const { recoveryCode } = await seedVault({
    folder,
    customers,
    password: values.password,
    seed: Number(values.seed),
    onProgress: done => void (process.stdout.isTTY && process.stdout.write(`\r${done} of ${customers} customers`)),
  })
  const seconds = (performance.now() - started) / 1000
  process.stdout.write(
    `\r${customers} customers in ${folder}, ${seconds.toFixed(1)} s\npassword: ${values.password}\nrecovery code: ${recoveryCode}\n`,
  )
}

try {
  await main()
} catch (error) {
  if (!(error instanceof AppError)) throw error
  process.stderr.write(`No vault was made: ${error.code}\n`)
  process.exitCode = 1
}
