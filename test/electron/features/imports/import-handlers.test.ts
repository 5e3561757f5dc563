import { spawn } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { Job } from '../../../../shared/features/jobs/job.ts'
import { startVaultThread, testPassword, type VaultThread } from '../../../helpers/vault-thread.ts'
import { fixtureFolder } from './vcard/read-cards.ts'

let thread: VaultThread
let files: string

// making a vault takes a second: the tests share one, and each takes back what it imported
beforeAll(async () => {
  files = mkdtempSync(join(tmpdir(), 'zhanggui-import-'))
  thread = startVaultThread()
  await thread.create()
})

afterEach(async () => {
  for (const { actId, undone } of await thread.call('imports.list', {})) {
    if (!undone) await thread.jobEnd((await thread.call('acts.undoAsJob', { actId })).jobId)
  }
  const left = await thread.call('contacts.list', allContacts)
  if (left.total > 0) await thread.call('contacts.trash', { ids: left.rows.map(row => row.id) })
})

afterAll(async () => {
  await thread.remove()
  rmSync(files, { recursive: true, force: true })
})

const allContacts = {
  search: '',
  sort: { by: 'name', dir: 'asc' },
  filter: null,
  customFields: [] as string[],
  offset: 0,
  limit: 200,
} as const

function put(name: string, contents: string | Uint8Array): string {
  const path = join(files, name)
  writeFileSync(path, contents)
  return path
}

function manyCards(count: number): string {
  const card = (n: number): string =>
    `BEGIN:VCARD\nVERSION:3.0\nFN:顾客${String(n)}\nTEL;TYPE=CELL:100${String(n).padStart(8, '0')}\nCATEGORIES:批量\nEND:VCARD\n`
  return Array.from({ length: count }, (_, index) => card(index + 1)).join('')
}

function fixture(name: string): Promise<Job> {
  return thread.importFile(join(fixtureFolder, name))
}

async function names(): Promise<string[]> {
  return (await thread.call('contacts.list', allContacts)).rows.map(row => row.name)
}

describe('imports.vcard', () => {
  test('makes a customer of every card that holds one, and says what became of each', async () => {
    const job = await fixture('rubbish-between.vcf')
    const [summary] = await thread.call('imports.list', {})

    expect(job).toMatchObject({
      state: 'done',
      subject: 'rubbish-between.vcf',
      counts: { imported: 2, withNotes: 1, skipped: 3 },
    })
    expect(job.done).toBe(job.total)
    expect((await names()).toSorted()).toEqual(['After Rubbish', 'Before Rubbish'])
    expect(summary).toMatchObject({ fileName: 'rubbish-between.vcf', imported: 2, withNotes: 1, skipped: 3, undone: false })
    const report = await thread.call('imports.report', { actId: summary?.actId ?? '', only: 'all', offset: 0, limit: 10 })
    expect(report.total).toBe(5)
    expect(
      report.rows.map(({ n, line, outcome, name, notes }) => [n, line, outcome, name, notes.map(({ note }) => note)]),
    ).toEqual([
      [1, 4, 'imported', 'Before Rubbish', []],
      [2, 8, 'skipped', '', ['line-unreadable']],
      [3, 11, 'imported-with-notes', 'After Rubbish', ['line-unreadable']],
      [4, 17, 'skipped', '', ['empty-card']],
      [5, 20, 'skipped', '', ['photo-left-out', 'no-name']],
    ])
  })

  test('the picture of a card is the picture of its customer, and goes with the import', async () => {
    const bytes = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(600_000, 5)])
    const job = await thread.importFile(
      put('picture-card.vcf', `BEGIN:VCARD\nFN:Portrait\nPHOTO;ENCODING=b:${bytes.toString('base64')}\nEND:VCARD\n`),
    )
    const [row] = (await thread.call('contacts.list', allContacts)).rows
    const photo = row?.photo ?? ''
    const source = (await thread.call('contacts.provenance', { id: row?.id ?? ContactId.parse(foreignId) })).find(
      ({ field }) => field === 'photo',
    )

    expect(job.counts).toEqual({ imported: 1, withNotes: 0, skipped: 0 })
    expect(await thread.call('contacts.photo', { photo })).toEqual({ type: 'image/jpeg', base64: bytes.toString('base64') })
    expect(source).toMatchObject({ act: { name: 'vcard-import' }, from: { file: 'picture-card.vcf', row: 1 } })
  })

  test('the report filters and pages', async () => {
    const { actId } = await thread.importFile(
      put('many.vcf', `${manyCards(250)}BEGIN:VCARD\nUID:1\nEND:VCARD\nBEGIN:VCARD\nFN:Cut`),
    )
    const ask = (only: 'all' | 'with-notes' | 'skipped', offset: number) =>
      thread.call('imports.report', { actId: actId ?? '', only, offset, limit: 200 })

    expect((await ask('all', 200)).rows.map(row => row.n)).toEqual(Array.from({ length: 52 }, (_, index) => 201 + index))
    expect(await ask('skipped', 0)).toMatchObject({ total: 1, rows: [{ n: 251, contactId: null }] })
    expect(await ask('with-notes', 0)).toMatchObject({ total: 1, rows: [{ n: 252, name: 'Cut', notes: [{ note: 'no-end' }] }] })
    expect((await ask('with-notes', 1)).rows).toEqual([])
    await expect(
      ask('all', 0).then(() => thread.call('imports.report', { actId: foreignId, only: 'all', offset: 0, limit: 1 })),
    ).rejects.toThrow('not-found')
  })

  test('a customer keeps every field of its card, and can be found by it', async () => {
    await fixture('android-21-qp.vcf')
    const { hits } = await thread.call('contacts.find', { text: '司马青衫', limit: 5, scope: 'all' })
    const contact = await thread.call('contacts.get', { id: hits[0]?.row.id ?? ContactId.parse(foreignId) })

    expect(contact).toMatchObject({ name: '司马青衫', alias: '老马', company: '临江布行', jobTitle: '老板' })
    expect(contact.phones.map(phone => phone.value)).toEqual(['100-0123-4567', '0100-555-0199', '10000000088'])
    expect(contact.birthday).toMatchObject({ year: 1979, month: 12, day: 8 })
  })

  test('progress rises in bytes of the file and a tag shared by all is one tag', async () => {
    const job = await thread.importFile(put('many.vcf', manyCards(1_500)))
    const told = jobsTold().filter(one => one.id === job.id)

    expect(job).toMatchObject({ state: 'done', records: 1_500, counts: { imported: 1_500, withNotes: 0, skipped: 0 } })
    expect(told.map(one => one.done)).toEqual(told.map(one => one.done).toSorted((one, other) => one - other))
    expect(job.total).toBe(Buffer.byteLength(manyCards(1_500)))
    expect(await thread.call('contacts.tags', {})).toMatchObject([{ name: '批量', count: 1_500 }])
  })
})

const foreignId = '01930000-0000-7000-8000-00000000ffff'

describe('cancelling', () => {
  test('leaves nothing visible when it comes in the middle', async () => {
    const importsBefore = await thread.call('imports.list', {})
    const token = `file-${'a'.repeat(32)}`
    thread.host.grantFile(token, put('many.vcf', manyCards(6_000)))
    const { jobId } = await thread.call('imports.vcard', { file: token })
    while (!jobsTold().some(job => job.id === jobId && job.records > 0)) await nextTurn()

    await thread.call('jobs.cancel', { id: jobId })
    const job = await thread.jobEnd(jobId)

    expect(job.state).toBe('cancelled')
    expect(await thread.call('contacts.list', allContacts)).toMatchObject({ total: 0 })
    expect(await thread.call('contacts.find', { text: '顾客1', limit: 5, scope: 'all' })).toMatchObject({ total: 0 })
    expect(await thread.call('contacts.tags', {})).toEqual([])
    expect(await thread.call('imports.list', {})).toEqual(importsBefore)
  })
})

function jobsTold(): Job[] {
  return thread.events.filter(event => event.name === 'jobs.changed').map(event => event.payload as Job)
}

function nextTurn(): Promise<void> {
  return new Promise(resolve => void setTimeout(resolve, 1))
}

describe('undoing an import', () => {
  test('takes all of it back', async () => {
    const { actId } = await fixture('android-21-qp.vcf')

    const outcome = await thread.call('acts.undo', { actId: actId ?? '' })

    expect(outcome).toMatchObject({ left: [], leftCount: 0 })
    expect(await names()).toEqual([])
    expect((await thread.call('imports.list', {}))[0]).toMatchObject({ actId, undone: true, imported: 3 })
  })

  test('leaves and names the customer that somebody changed since', async () => {
    const { actId } = await fixture('android-21-qp.vcf')
    const { hits } = await thread.call('contacts.find', { text: '送水张师傅', limit: 1, scope: 'all' })
    const id = hits[0]?.row.id ?? ContactId.parse(foreignId)
    const {
      revision,
      createdAt: _createdAt,
      changedAt: _changedAt,
      lastActivityAt: _lastActivityAt,
      trashedAt: _trashedAt,
      photo: _photo,
      assigneeName: _assigneeName,
      id: _id,
      ...draft
    } = await thread.call('contacts.get', { id })
    await thread.call('contacts.update', { id, revision, draft: { ...draft, note: '改过' } })

    const outcome = await thread.call('acts.undo', { actId: actId ?? '' })

    expect(outcome.left).toMatchObject([{ table: 'contact', contactId: id, name: '送水张师傅' }])
    expect(await names()).toEqual(['送水张师傅'])
    expect((await thread.call('imports.list', {}))[0]).toMatchObject({ actId, undone: true })
  })

  test('of thousands of customers is a job', async () => {
    const { actId } = await thread.importFile(put('many.vcf', manyCards(1_200)))

    const { jobId } = await thread.call('acts.undoAsJob', { actId: actId ?? '' })

    expect((await thread.jobEnd(jobId)).state).toBe('done')
    expect(await thread.call('contacts.list', allContacts)).toMatchObject({ total: 0 })
  })
})

describe('files that cannot be imported', () => {
  test.each([
    ['file-missing', () => join(files, 'gone.vcf')],
    ['file-unreadable', () => files],
    ['file-empty', () => put('empty.vcf', '')],
    ['file-empty', () => put('blank.vcf', ' \r\n\r\n')],
    ['file-not-vcard', () => put('table.vcf', 'name,phone\nAnn,1000\n')],
    ['file-not-vcard', () => put('picture.vcf', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), gzipSync(manyCards(50))]))],
    ['file-not-vcard', () => put('workbook.vcf', Buffer.concat([Buffer.from('PK\u0003\u0004'), gzipSync(manyCards(50))]))],
  ])('end with %s', async (code, make) => {
    const importsBefore = await thread.call('imports.list', {})

    const job = await thread.importFile(make())

    expect(job).toMatchObject({ state: 'failed', failureCode: code, counts: {} })
    expect(await names()).toEqual([])
    expect(await thread.call('imports.list', {})).toEqual(importsBefore)
  })

  test('a file cut in the middle gives its cards, the last without its end', async () => {
    const path = join(files, 'cut.vcf')
    copyFileSync(join(fixtureFolder, 'iphone-30.vcf'), path)
    truncateSync(path, 900)

    const { state, actId } = await thread.importFile(path)

    expect(state).toBe('done')
    expect(await names()).toEqual(['欧阳若兰'])
    const { rows } = await thread.call('imports.report', { actId: actId ?? '', only: 'with-notes', offset: 0, limit: 5 })
    expect(rows[0]?.notes).toContainEqual({ note: 'no-end', field: '', count: 1 })
  })

  test('a file with another ending is read by what it holds', async () => {
    const { state } = await thread.importFile(put('contacts.csv', manyCards(1)))

    expect(state).toBe('done')
  })
})

describe('kill -9 in the middle of an import', () => {
  test('the next open takes back what was written', async () => {
    const folder = join(files, 'killed')
    mkdirSync(folder)
    const staffId = await killedWhileImporting(folder, put('many.vcf', manyCards(20_000)))

    const opened = startVaultThread({ folder })
    try {
      const result = await opened.host.open({ folder, staffId, password: testPassword })
      expect(result.ok).toBe(true)
      const [job] = await opened.call('jobs.list', {})
      expect(job).toMatchObject({ kind: 'rollback', subject: basename('many.vcf') })
      await opened.jobEnd(job?.id ?? '')

      expect(await opened.call('contacts.list', allContacts)).toMatchObject({ total: 0 })
      expect(await opened.call('imports.list', {})).toEqual([])
    } finally {
      await opened.remove()
    }
  })
})

/** Starts an import in a process of its own, kills it once some batches are written, answers the owner's id. */
async function killedWhileImporting(folder: string, file: string): Promise<string> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'import-child.ts'), folder, file], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>(resolve => void child.once('exit', () => resolve()))
  let staffId = ''
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('staff ')) staffId = line.slice(6)
    if (line === 'finished') throw new Error('the import ended before it could be killed')
    if (line.startsWith('records ')) child.kill('SIGKILL')
  }
  await ended
  return staffId
}
