import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readdirSync, readFileSync, readlinkSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import { startVaultThread, testPassword, type VaultThread } from '../helpers/vault-thread.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/** T15, T19 and T11 (security design, section 3): two programs on one vault, keys in memory, plaintext on disk. */
const tries = tortureScale({ short: 12, long: 500 })
let thread: VaultThread | null = null
const children: ChildProcess[] = []

afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await thread?.remove()
  thread = null
})

function holder(vault: VaultThread, mode: 'hold' | 'show' | 'close'): ChildProcess {
  const script = join(import.meta.dirname, 'vault-holder.ts')
  const child = spawn(process.execPath, [script, vault.folder, vault.staffId(), testPassword, mode], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  return child
}

function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    child.stdout?.once('data', (chunk: Buffer) => resolve(chunk.toString('utf8').trim()))
    child.once('error', reject)
  })
}

async function killed(child: ChildProcess): Promise<void> {
  const gone = new Promise(resolve => child.once('exit', resolve))
  child.kill('SIGKILL')
  await gone
}

test('a second program is refused with the name of the first, and opens at once after the first was killed', async () => {
  thread = startVaultThread()
  await thread.create()
  const { id } = await thread.call('contacts.create', { draft: { ...emptyContactDraft(), name: 'Sample customer' } })
  await thread.lock()
  let refused = 0
  for (let n = 0; n < tries; n += 1) {
    const child = holder(thread, 'hold')
    expect(await firstLine(child)).toBe('open')
    const second = await thread.open()
    expect(second).toMatchObject({ ok: false, failure: { code: 'vault-in-use', params: { pid: child.pid } } })
    refused += 1
    await killed(child)
  }

  expect(await thread.open()).toMatchObject({ ok: true })
  expect(await thread.call('contacts.get', { id })).toMatchObject({ name: 'Sample customer' })
  printFigures('T15 second program', { tries, refused })
})

test('only one of many programs that start together opens the vault', async () => {
  thread = startVaultThread()
  await thread.create()
  await thread.lock()
  const together = Array.from({ length: 4 }, () => holder(thread as VaultThread, 'hold'))

  const answers = await Promise.all(together.map(firstLine))

  expect(answers.toSorted()).toEqual(['open', 'vault-in-use', 'vault-in-use', 'vault-in-use'])
})

test.runIf(process.platform === 'linux')(
  'no copy of the key in hex and at most one raw one is in memory after lock',
  async () => {
    thread = startVaultThread()
    await thread.create()
    await thread.lock()
    const open = await copiesInMemory(thread, 'show')
    for (const child of children.splice(0)) await killed(child)
    const locked = await copiesInMemory(thread, 'close')

    printFigures('T19 key in memory', {
      'raw while open (control)': open.raw,
      'raw after lock': locked.raw,
      'hex after lock': locked.hex,
    })
    expect(open.raw).toBeGreaterThan(0)
    expect(locked.hex).toBe(0)
    expect(locked.raw).toBeLessThanOrEqual(1)
  },
)

test.runIf(process.platform === 'linux')('nothing that was typed stands readable in any file of vault and program', async () => {
  thread = startVaultThread()
  await thread.create()
  const needles = ['Needlename', '针尖姓名', '10055556666', 'needle@example.com', 'needle-note-text', 'Needle Road']
  const draft = {
    ...emptyContactDraft(),
    name: 'Needlename 针尖姓名',
    note: 'needle-note-text',
    phones: [{ id: null, label: 'mobile' as const, value: '10055556666', preferred: true }],
    emails: [{ id: null, label: 'home' as const, value: 'needle@example.com', preferred: true }],
    addresses: [
      {
        id: null,
        label: 'home' as const,
        country: '',
        region: '',
        city: '',
        district: '',
        detail: 'Needle Road',
        postcode: '',
        preferred: true,
      },
    ],
  }
  for (let n = 0; n < 300; n += 1) await thread.call('contacts.create', { draft: { ...draft, alias: `${n}` } })
  await thread.call('contacts.list', {
    search: 'needle',
    sort: { by: 'name', dir: 'asc' },
    filter: null,
    customFields: [],
    offset: 0,
    limit: 200,
  })
  await thread.call('drafts.save', { key: 'contact:new', text: 'needle-note-text' })
  await thread.tryCall('contacts.list', { search: 'Needlename' })

  const spilled = openFiles().filter(file => file.includes('etilqs'))
  const whileOpen = filesWith(join(thread.folder, '..'), needles)
  await thread.lock()
  const afterLock = filesWith(join(thread.folder, '..'), needles)

  expect({ spilled, whileOpen, afterLock }).toEqual({ spilled: [], whileOpen: [], afterLock: [] })
})

async function copiesInMemory(vault: VaultThread, mode: 'show' | 'close'): Promise<{ raw: number; hex: number }> {
  const child = holder(vault, mode)
  const [word, turned = ''] = (await firstLine(child)).split(' ')
  expect(word).toBe(mode)
  const key = Buffer.from(Buffer.from(turned, 'hex').map(byte => byte ^ 0xff))
  const pid = child.pid ?? 0
  return { raw: countInMemory(pid, key), hex: countInMemory(pid, Buffer.from(key.toString('hex'))) }
}

/** How often the bytes stand in the process's writable memory. */
function countInMemory(pid: number, needle: Buffer): number {
  let found = 0
  const memory = openSync(`/proc/${pid}/mem`, 'r')
  try {
    for (const line of readFileSync(`/proc/${pid}/maps`, 'utf8').split('\n')) {
      const match = /^([0-9a-f]+)-([0-9a-f]+) rw/.exec(line)
      if (match === null || line.includes('[vvar') || line.includes('[vsyscall')) continue
      found += countInRange(memory, Number.parseInt(match[1] ?? '', 16), Number.parseInt(match[2] ?? '', 16), needle)
    }
  } finally {
    closeSync(memory)
  }
  return found
}

function countInRange(memory: number, from: number, to: number, needle: Buffer): number {
  const step = 16 * 1024 * 1024
  let found = 0
  for (let at = from; at < to; at += step) {
    const chunk = Buffer.alloc(Math.min(step + needle.length - 1, to - at))
    try {
      readSync(memory, chunk, 0, chunk.length, at)
    } catch {
      continue // a range that cannot be read holds nothing of ours
    }
    for (let index = chunk.indexOf(needle); index !== -1; index = chunk.indexOf(needle, index + 1)) found += 1
  }
  return found
}

function openFiles(): readonly string[] {
  return readdirSync('/proc/self/fd').map(fd => {
    try {
      return readlinkSync(`/proc/self/fd/${fd}`)
    } catch {
      return ''
    }
  })
}

function filesWith(folder: string, needles: readonly string[]): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .filter(entry => {
      const bytes = readFileSync(join(entry.parentPath, entry.name))
      return needles.some(needle => bytes.includes(needle) || bytes.includes(Buffer.from(needle, 'utf16le')))
    })
    .map(entry => entry.name)
}
