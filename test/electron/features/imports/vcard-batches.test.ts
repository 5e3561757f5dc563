import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { vcardBatches } from '../../../../electron/features/imports/vcard-batches.ts'
import type { Batch } from '../../../../electron/kernel/jobs/job-runner.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { corpusFolder } from '../../../helpers/corpus.ts'
import { fixtureFolder } from './vcard/read-cards.ts'

const files = mkdtempSync(join(tmpdir(), 'zhanggui-batches-'))
afterAll(() => rmSync(files, { recursive: true, force: true }))

async function batchesOf(contents: string | Uint8Array): Promise<{ batches: Batch[]; counts: Readonly<Record<string, number>> }> {
  const path = join(files, 'cards.vcf')
  writeFileSync(path, contents)
  const producer = vcardBatches({ path, fileName: 'cards.vcf', actId: 'act', createdAt: '2026-11-20T08:00:00.000Z' })
  const batches: Batch[] = []
  for await (const batch of producer.batches) batches.push(batch)
  return { batches, counts: producer.counts() }
}

describe('vcardBatches', () => {
  test('never puts more than a hundred customers into one transaction', async () => {
    const { batches } = await batchesOf('BEGIN:VCARD\nFN:A\nEND:VCARD\n'.repeat(1_050))
    const sizes = batches.map(batch => batch.changes.filter(change => change.table === 'contact').length)

    expect(Math.max(...sizes)).toBe(100)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(1_050)
    expect(batches.at(-1)).toMatchObject({ records: 1_050, done: batches.at(-1)?.total })
  })

  test('customers with very many values come in smaller batches', async () => {
    const phones = Array.from({ length: 30 }, (_, index) => `TEL:100${String(index)}\n`).join('')
    const { batches } = await batchesOf(`BEGIN:VCARD\nFN:A\n${phones}END:VCARD\n`.repeat(200))

    expect(Math.max(...batches.map(batch => batch.changes.length))).toBeLessThan(700)
  })

  test('every record says which card of which file it came from', async () => {
    const { batches } = await batchesOf('BEGIN:VCARD\nFN:A\nTEL:1\nEND:VCARD\nBEGIN:VCARD\nFN:B\nEND:VCARD\n')

    expect(batches.flatMap(batch => batch.changes).map(({ table, source }) => [table, source])).toEqual([
      ['contact', { file: 'cards.vcf', row: 1 }],
      ['contact_phone', { file: 'cards.vcf', row: 1 }],
      ['contact', { file: 'cards.vcf', row: 2 }],
    ])
  })

  test('the bar moves on while a picture of many megabytes goes by', async () => {
    const { batches } = await batchesOf(`BEGIN:VCARD\nFN:A\nPHOTO;ENCODING=b:${'QUJD'.repeat(3_000_000)}\nEND:VCARD\n`)

    expect(batches.length).toBeGreaterThan(2)
    expect(batches.flatMap(batch => batch.changes)).toHaveLength(1)
  })
})

describe('pictures', () => {
  const picture = (n: number): Buffer => Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, n]), Buffer.alloc(400_000, n)])
  const card = (n: number): string =>
    `BEGIN:VCARD\nFN:A${String(n)}\nPHOTO;ENCODING=b:${picture(n).toString('base64')}\nEND:VCARD\n`

  test('are stored before the customers that refer to them, about a megabyte at a time', async () => {
    const { batches } = await batchesOf([1, 2, 3, 4, 5].map(card).join(''))
    const stored = new Set<unknown>()
    for (const { changes, rowsBefore = [] } of batches) {
      const bytes = rowsBefore.flatMap(row => row.params).filter(param => param instanceof Uint8Array)
      expect(bytes.reduce((sum, part) => sum + part.length, 0)).toBeLessThan(2 * 1024 * 1024)
      for (const row of rowsBefore) if (row.sql.includes('INTO _blob ')) stored.add(row.params[0])
      for (const change of changes) expect(stored).toContain(change.values['photo'])
    }

    expect(stored.size).toBe(5)
    expect(batches.length).toBe(2)
  })
})

describe('damaged files', () => {
  const runs = 1_200
  const seed = 20_261_120

  test(`${String(runs)} seeded mutations end with customers or with a code, never with anything else`, async () => {
    const random = randomFrom(seed)
    const sources = sampleFiles()
    for (let run = 0; run < runs; run += 1) {
      const bytes = mutate(sources[Math.floor(random() * sources.length)] ?? Buffer.alloc(0), random)
      try {
        const { batches, counts } = await batchesOf(bytes)
        const rows = batches.flatMap(batch => batch.localRows ?? []).filter(row => row.sql.startsWith('INSERT'))

        expect(rows).toHaveLength((counts['imported'] ?? 0) + (counts['skipped'] ?? 0))
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`seed ${String(seed)}, run ${String(run)}`, { cause: error })
        expect(error.code).toMatch(/^file-(?:empty|not-vcard)$/)
      }
    }
  }, 120_000)
})

/** Fixtures, and small files of the corpus where it is present. */
function sampleFiles(): Buffer[] {
  const corpus = corpusFolder('vcards')
  const own = readdirSync(fixtureFolder).map(name => join(fixtureFolder, name))
  const others = corpus === null ? [] : readdirSync(corpus, { recursive: true, encoding: 'utf8' }).map(name => join(corpus, name))
  return [...own, ...others.filter(name => name.endsWith('.vcf'))]
    .map(name => readFileSync(name))
    .filter(bytes => bytes.length < 50_000)
}

const tokens = [
  '\r',
  '\n',
  '\r\n ',
  '=',
  '=\r\n',
  '=3B',
  ':',
  ';',
  ',',
  '"',
  '\\',
  '\0',
  '\uFEFF',
  'BEGIN:VCARD\r\n',
  'END:VCARD\r\n',
]

function mutate(source: Buffer, random: () => number): Buffer {
  let bytes = Buffer.from(source)
  const at = (): number => Math.floor(random() * bytes.length)
  for (let edit = 0; edit < 1 + random() * 8; edit += 1) {
    const from = at()
    const to = Math.min(bytes.length, from + Math.floor(random() * 200))
    const token = Buffer.from(tokens[Math.floor(random() * tokens.length)] ?? '')
    switch (Math.floor(random() * 6)) {
      case 0:
        if (bytes.length > 0) bytes[from] = Math.floor(random() * 256)
        break
      case 1:
        bytes = Buffer.concat([bytes.subarray(0, from), bytes.subarray(to)])
        break
      case 2:
        bytes = Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)])
        break
      case 3:
        bytes = Buffer.concat([bytes.subarray(0, from), token, bytes.subarray(from)])
        break
      case 4:
        bytes = bytes.subarray(0, from)
        break
      default:
        bytes = Buffer.concat([
          bytes.subarray(0, from),
          Buffer.from(Array.from({ length: 20 }, () => random() * 256)),
          bytes.subarray(from),
        ])
    }
  }
  return bytes
}

/** mulberry32: the same numbers for the same seed on every machine. */
function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
