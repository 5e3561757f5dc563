import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import type { Card } from '../../../../../electron/features/imports/vcard/card.ts'
import { splitEscaped, unescapeText } from '../../../../../electron/features/imports/vcard/value-text.ts'
import { readVCards } from '../../../../../electron/features/imports/vcard/vcard-reader.ts'
import { describeWithCorpus } from '../../../../helpers/corpus.ts'
import { fixtureFolder, inChunks, readAll, readFixture, readText, valuesOf } from './read-cards.ts'
import { dialects, type PlainCard } from './vcard-writers.ts'

describe('files as phones and programs write them', () => {
  test.each([
    ['iphone-30.vcf', '3.0', ['欧阳若兰', '青山茶行']],
    ['android-21-qp.vcf', '2.1', ['司马青衫', '送水张师傅']],
    ['huawei-21.vcf', '2.1', ['诸葛小满']],
    ['xiaomi-30.vcf', '3.0', ['上官云']],
    ['outlook-21-gb2312.vcf', '2.1', ['令狐平 先生']],
    ['outlook-21-cp1252.vcf', '2.1', ['Zoé Lefèvre']],
    ['google-30.vcf', '3.0', ['Dr. Marisol Quintero-Vale']],
    ['version-40.vcf', '4.0', ['Lantern Row Co-operative']],
    ['macos-utf16be.vcf', '3.0', ['百里一']],
    ['macos-utf16le.vcf', '3.0', ['百里一']],
    ['macos-utf16le-bom.vcf', '3.0', ['百里一']],
    ['utf32le-bom.vcf', '3.0', ['百里一']],
    ['russian-cp1251-raw.vcf', '2.1', ['Савелий Берёзкин']],
    ['cr-only.vcf', '3.0', ['Carriage Return']],
    ['crcrlf.vcf', '3.0', ['Double Return']],
  ])('names and versions are read when the file is %s', async (file, version, names) => {
    const { cards } = await readFixture(file)

    expect(new Set(cards.map(card => card.version))).toEqual(new Set([version]))
    expect(valuesOf(cards, 'FN')).toEqual(names)
  })

  test.each([
    ['nokia-gbk-raw.vcf', ['毛;笑笑', '闻人;淑仪'], ['男']],
    ['big5-raw.vcf', ['歐陽;淑芬'], ['每個月十五號送貨，請先打電話確認']],
  ])('text without a charset is guessed and said to be so when the file is %s', async (file, names, notes) => {
    const { cards } = await readFixture(file)

    expect(valuesOf(cards, 'N')).toEqual(names)
    expect(valuesOf(cards, 'NOTE')).toEqual(notes)
    expect(cards.every(card => card.isEncodingGuessed)).toBe(true)
  })

  test('a named charset is no guess', async () => {
    const { cards } = await readFixture('docomo-sjis.vcf')

    expect(valuesOf(cards, 'N')).toEqual(['表;ソラ;;;'])
    expect(valuesOf(cards, 'NOTE')).toEqual(['能登の表'])
    expect(cards.map(card => card.isEncodingGuessed)).toEqual([false])
  })

  test('every fixture reads the same when it comes in pieces of a few bytes', async () => {
    for (const file of readdirSync(fixtureFolder)) {
      const whole = await readFixture(file)
      for (const size of [1, 7, 1021]) expect(await readFixture(file, size), `${file} in ${String(size)}`).toEqual(whole)
    }
  })
})

describe('cards out of order', () => {
  test('a card inside another stands on its own', async () => {
    const { cards } = await readFixture('nested-agent-21.vcf')

    expect(valuesOf(cards, 'N')).toEqual(['Outer;Orla', 'Inner;Ivo'])
    expect(cards.map(card => [card.line, card.isNested, card.nestedCards])).toEqual([
      [1, false, 1],
      [5, true, 0],
    ])
    expect(valuesOf(cards.slice(0, 1), 'TEL')).toEqual(['+100 555 0180'])
  })

  test('cards without an end are kept, and what follows is no part of them', async () => {
    const { cards } = await readFixture('missing-ends.vcf')

    expect(valuesOf(cards, 'FN')).toEqual(['First Lost', 'Second Whole', 'Third Cut'])
    expect(cards.map(card => [card.hasEnd, card.nestedCards])).toEqual([
      [false, 0],
      [true, 0],
      [false, 0],
    ])
  })

  test('rubbish goes by, but lines that look like a lost card are told', async () => {
    const { cards, strays } = await readFixture('rubbish-between.vcf')

    expect(valuesOf(cards, 'FN')).toEqual(['Before Rubbish', 'After Rubbish'])
    expect(cards).toHaveLength(4)
    expect(strays).toEqual([{ n: 2, line: 8, count: 3 }])
    expect(cards.flatMap(card => card.strayLines)).toEqual(['this line is no property'])
  })

  test('wraps that follow no rule are put together', async () => {
    const { cards } = await readFixture('wrong-wraps.vcf')

    expect(valuesOf(cards, 'NOTE')).toEqual([
      'first line\nsecond line without a fold\nhttps://example.com/a:b stays text\n10:30 is a time',
    ])
    expect(valuesOf(cards, 'ADR')).toEqual([';;Yard 3\nback door;Oldtown;;EX3;'])
    expect(valuesOf(cards, 'TITLE')).toEqual(['店长'])
    expect(valuesOf(cards, 'TEL')).toEqual(['+100 555 0190'])
    expect(cards[0]?.properties.find(property => property.name === 'PHOTO')).toMatchObject({ isBinary: true, value: '' })
  })
})

describe('heads', () => {
  test('groups, bare, repeated, quoted and listed parameters are read', async () => {
    const { cards } = await readText(
      'BEGIN:VCARD\nitem1.TEL;CELL;TYPE=pref;TYPE="voice,home":1\nX-A;B="x:y;z^n^\'q^\'";TYPE=A\\,B:v\nEND:VCARD\n',
    )
    const [phone, other] = cards[0]?.properties ?? []

    expect(phone).toMatchObject({ group: 'item1', name: 'TEL', value: '1' })
    expect(phone?.params).toEqual(
      new Map([
        ['', ['CELL']],
        ['TYPE', ['pref', 'voice', 'home']],
      ]),
    )
    expect(other?.params).toEqual(
      new Map([
        ['B', ['x:y;z\n"q"']],
        ['TYPE', ['A', 'B']],
      ]),
    )
  })
})

describe('random cards', () => {
  test.each(Object.entries(dialects))('written as %s give the same values', async (_, { write, charset, version }) => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(cardIn(charset), { minLength: 1, maxLength: 3 }),
        fc.integer({ min: 1, max: 300 }),
        async (plain, size) => {
          const { cards, strays } = await readAll(write(plain), size)

          expect(strays).toEqual([])
          expect(cards.map(card => toPlain(card, version))).toEqual(plain)
        },
      ),
      { numRuns: 60 },
    )
  })
})

function cardIn(charset: string): fc.Arbitrary<PlainCard> {
  const letters = Array.from('茶店张三毛表誠功ソ能ａ éñßδжaZ09 ;,:\\="\'n-.@#\n').filter(letter => canHold(charset, letter))
  const text = fc.string({ unit: fc.constantFrom(...letters), maxLength: 60 })
  const phone = fc
    .string({ unit: fc.constantFrom(...Array.from('0123456789+- ')), minLength: 3, maxLength: 20 })
    .map(digits => `1${digits}2`)
  return fc.record({ name: text, parts: fc.tuple(text, text, text), company: fc.tuple(text, text), note: text, phone })
}

function canHold(charset: string, letter: string): boolean {
  return charset === 'utf8' || iconv.decode(iconv.encode(letter, charset), charset) === letter
}

function toPlain(card: Card, version: string): PlainCard {
  const value = (name: string): string => valuesOf([card], name)[0] ?? ''
  const text = (written: string): string => unescapeText(written, version).replaceAll('\r\n', '\n')
  const parts = (name: string): string[] => splitEscaped(value(name), ';').map(text)
  const [family = '', given = '', middle = ''] = parts('N')
  const [company = '', unit = ''] = parts('ORG')
  const name = text(value('FN'))
  return { name, parts: [family, given, middle], company: [company, unit], note: text(value('NOTE')), phone: value('TEL') }
}

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void // the flag makes it

describe('bombs', () => {
  const megabyte = 1024 * 1024

  test('a line of a gigabyte costs no memory and loses only itself', async () => {
    const { cards, growth } = await readGrowing('BEGIN:VCARD\nVERSION:3.0\nFN:Small\nNOTE:', 1024, '\nTEL:100\nEND:VCARD\n')

    expect(growth).toBeLessThan(64 * megabyte)
    expect(valuesOf(cards, 'TEL')).toEqual(['100'])
    expect(cards[0]?.properties.find(property => property.name === 'NOTE')?.isCut).toBe(true)
  })

  test('a picture of fifty megabytes is left out', async () => {
    const { cards, growth } = await readGrowing(
      'BEGIN:VCARD\nVERSION:2.1\nFN:Small\nPHOTO;ENCODING=BASE64:\n ',
      50,
      '\n\nTEL:100\nEND:VCARD\n',
    )

    expect(growth).toBeLessThan(64 * megabyte)
    expect(valuesOf(cards, 'TEL')).toEqual(['100'])
    expect(valuesOf(cards, 'PHOTO')).toEqual([''])
  })

  test('a picture of fifty megabytes in folded lines is left out', async () => {
    const { cards, growth } = await readGrowing('BEGIN:VCARD\nFN:Small\nPHOTO;ENCODING=b:\n', 50, '\nTEL:100\nEND:VCARD\n', 76)

    expect(growth).toBeLessThan(64 * megabyte)
    expect(valuesOf(cards, 'TEL')).toEqual(['100'])
  })

  test('a million properties and a million card beginnings stay within bounds', async () => {
    const many = `BEGIN:VCARD\nFN:Many\n${'TEL:1\n'.repeat(1_000_000)}END:VCARD\n${'BEGIN:VCARD\n'.repeat(1_000_000)}`
    const { cards, growth } = await measured(inChunks(Buffer.from(many), 65_536))

    expect(growth).toBeLessThan(200 * megabyte)
    expect(cards[0]?.dropped).toBeGreaterThan(900_000)
    expect(cards.every(card => card.properties.length <= 5_000)).toBe(true)
  })

  async function readGrowing(head: string, megabytes: number, tail: string, lineLength = 0): Promise<Measured> {
    return measured(
      (async function* () {
        yield Buffer.from(head)
        for (let count = 0; count < megabytes * 4; count += 1) {
          const piece = Buffer.alloc(megabyte / 4, 'QUJD')
          if (lineLength > 0) wrap(piece, lineLength)
          yield piece
        }
        yield Buffer.from(tail)
      })(),
    )
  }

  function wrap(piece: Buffer, lineLength: number): void {
    for (let at = lineLength; at < piece.length; at += lineLength) piece.write('\n ', at, 'latin1')
  }

  interface Measured {
    readonly cards: readonly Card[]
    /** Bytes above the start, of the heap and of buffers. */
    readonly growth: number
  }

  async function measured(chunks: AsyncIterable<Uint8Array>): Promise<Measured> {
    const cards: Card[] = []
    const before = heldBytes()
    let most = 0
    let steps = 0
    for await (const { items } of readVCards(chunks)) {
      for (const item of items)
        if (item.kind === 'card' && (cards.length < 100 || item.card.properties.length > 0)) cards.push(item.card)
      steps += 1
      if (steps % 128 === 0) most = Math.max(most, heldBytes() - before)
    }
    return { cards, growth: most }
  }

  function heldBytes(): number {
    collectGarbage()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
})

describe('files that are none', () => {
  test.each([
    ['file-empty', ''],
    ['file-empty', '\uFEFF \r\n\r\n'],
    ['file-not-vcard', 'name,phone\nAnn,100\n'],
    ['file-not-vcard', '\u0089PNG\r\n\u001a\n'.repeat(50)],
    ['file-not-vcard', 'say "BEGIN:VCARD" here\n'],
  ])('fail with %s', async (code, text) => {
    await expect(readText(text)).rejects.toMatchObject({ code })
  })
})

interface Expected {
  readonly begin_vcard: number
  readonly end_vcard: number
  readonly versions: Readonly<Record<string, number>>
  readonly counts: Readonly<Record<string, number>>
  readonly fn_decoded: readonly string[]
  readonly n_decoded: readonly string[]
}

describeWithCorpus('vcards', folder => {
  // the shape is that file's own description of itself
  const { files } = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as { files: Record<string, Expected> }
  const counted = new Set(Object.values(files).flatMap(file => Object.keys(file.counts)))

  test('every card file of the folder is expected', () => {
    const found = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.vcf'))

    expect(found.filter(name => files[name.replaceAll('\\', '/')] === undefined)).toEqual([])
    expect(Object.keys(files).filter(name => !existsSync(join(folder, name)))).toEqual([])
  })

  test.each(Object.entries(files))('%s', async (name, expected) => {
    const { cards, strays } = await readAll(readFileSync(join(folder, name)))

    expect(cards).toHaveLength(expected.begin_vcard)
    if (expected.begin_vcard === 0) {
      // its properties stand outside any card: they are told as lost
      expect(strays).toHaveLength(1)
      return
    }
    expect(cards.filter(card => card.hasEnd)).toHaveLength(expected.end_vcard)
    expect(countBy(cards.map(card => card.version).filter(version => version !== ''))).toEqual(expected.versions)
    const names = cards.flatMap(card => card.properties.map(property => property.name)).filter(one => counted.has(one))
    expect(countBy(names)).toEqual(expected.counts)
    expectValues(valuesOf(cards, 'FN'), expected.fn_decoded, cards)
    expectValues(valuesOf(cards, 'N'), expected.n_decoded, cards)
  })

  /** Long lists are cut in the expectation; bytes of no stated charset stand there in hex. */
  function expectValues(values: readonly string[], expected: readonly string[], cards: readonly Card[]): void {
    const cut = expected.at(-1)?.endsWith(' in all') === true ? expected.slice(0, -1) : expected
    expect(values).toHaveLength(cut === expected ? expected.length : Number(/\d+/.exec(expected.at(-1) ?? '')?.[0]))
    for (const [index, value] of cut.entries()) {
      const bytes = /^\(8-bit, charset not stated: ([0-9a-f]+)\)$/.exec(value)?.[1]
      if (bytes === undefined) expect(values[index]).toBe(value)
      else expectReading(values[index] ?? '', Buffer.from(bytes, 'hex'), cards)
    }
  }

  /** What was read must be those bytes in some charset, without a sign of damage. */
  function expectReading(text: string, bytes: Buffer, cards: readonly Card[]): void {
    const charsets = ['gbk', 'big5', 'shift_jis', 'windows-1250', 'windows-1251', 'windows-1252', 'windows-1253', 'windows-1254']
    const readings = [...charsets, 'windows-1255', 'windows-1256', 'koi8-r'].map(charset => iconv.decode(bytes, charset))
    expect(readings).toContain(text)
    expect(text).not.toMatch(/[\uFFFD\p{Cc}]/u)
    expect(cards.flatMap(card => card.unreadable)).toEqual([])
  }
})

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1
  return counts
}
