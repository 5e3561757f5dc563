import { parseArgs } from 'node:util'
import type Database from 'better-sqlite3'
import { openBenchSession } from './bench-session.ts'
import { type BenchVault, cacheOf, openBenchVault, openPlain } from './bench-vault.ts'

/**
 * Run as a process of its own: opens a vault as the program does (or a plain file bare), pages and searches through all
 * of it, writes its resident memory in bytes to the standard output.
 */
const { values } = parseArgs({
  options: {
    folder: { type: 'string' },
    plain: { type: 'string' },
    staff: { type: 'string' },
    password: { type: 'string' },
    customers: { type: 'string' },
    cache: { type: 'string' },
  },
})
const customers = Number(values.customers)
const initials = Array.from('王李张刘陈杨赵黄周吴abcdefghijklm')

if (values.plain === undefined) {
  const { folder = '', staff: staffId = '', password = '' } = values
  const vault: BenchVault = { folder, staffId, password, customers }
  const open = await openBenchVault(vault)
  const session = openBenchSession(open.writer, staffId, () => undefined)
  for (let offset = 0; offset < customers; offset += 200) {
    await session.call('contacts.list', {
      search: '',
      sort: { by: 'name', dir: 'asc' },
      filter: null,
      customFields: [],
      offset,
      limit: 200,
    })
  }
  for (const text of initials)
    await session.call('contacts.list', {
      search: text,
      sort: { by: 'activity', dir: 'desc' },
      filter: null,
      customFields: [],
      offset: 0,
      limit: 200,
    })
  report(open.rawWriter)
  open.close('quit')
} else {
  const connection = openPlain(values.plain, Number(values.cache))
  const page = connection.prepare('SELECT * FROM _contact_line ORDER BY name_key, doc LIMIT 200 OFFSET ?')
  for (let offset = 0; offset < customers; offset += 200) page.all(offset)
  const found = connection.prepare(
    'SELECT l.* FROM _search AS s CROSS JOIN _contact_line AS l ON l.doc = s.rowid WHERE s._search MATCH ? ORDER BY l.last DESC LIMIT 200',
  )
  for (const text of initials) found.all(`"${text}"*`)
  report(connection)
  connection.close()
}

function report(connection: Database.Database): void {
  process.stdout.write(JSON.stringify({ rss: process.memoryUsage().rss, cacheKib: cacheOf(connection) }))
}
