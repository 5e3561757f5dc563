import { startVaultThread } from '../../../helpers/vault-thread.ts'

/** Creates a vault in argv[2] and imports argv[3]; writes `staff <id>`, then `records <n>` as it goes. To be killed. */
const [, , folder = '', file = ''] = process.argv
const thread = startVaultThread({ folder })
await thread.create()
process.stdout.write(`staff ${thread.staffId()}\n`)
const watch = setInterval(() => {
  const told = thread.events.findLast(event => event.name === 'jobs.changed')?.payload
  const records = typeof told === 'object' && told !== null && 'records' in told ? Number(told.records) : 0
  if (records > 0) process.stdout.write(`records ${String(records)}\n`)
}, 5)
await thread.importFile(file)
clearInterval(watch)
process.stdout.write('finished\n')
