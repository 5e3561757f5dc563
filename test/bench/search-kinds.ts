import type Database from 'better-sqlite3'
import { pinyin } from 'pinyin-pro'
import { pickOne } from './random.ts'
import { byRank, type Call, find, list, type ReadKind, type Sample, type Samples } from './read-kinds.ts'

type Typed = (samples: Samples, random: () => number) => string

const han = /\p{Script=Han}/u

/** What people type, by the name of its row; each finds somebody, but the last. */
const typed: Readonly<Record<string, Typed>> = {
  'one character': (samples, random) => named(samples, random).name.slice(0, 1),
  'two characters': (samples, random) => named(samples, random).name.slice(0, 2),
  'a whole name': (samples, random) => named(samples, random).name,
  'full pinyin': (samples, random) => syllables(named(samples, random).name).join(''),
  initials: (samples, random) => initials(named(samples, random).name),
  'pinyin and initials mixed': (samples, random) => {
    const [first = '', ...rest] = syllables(named(samples, random).name)
    return first + rest.map(one => one.slice(0, 1)).join('')
  },
  'last four digits': (samples, random) => digits(samples, random).slice(-4),
  'middle digits': (samples, random) => digits(samples, random).slice(4, 8),
  'part of a company': (samples, random) => withValue(samples.chinese, 'company', random).slice(2, 6),
  'a company by pinyin': (samples, random) => syllables(withValue(samples.chinese, 'company', random).slice(0, 3)).join(''),
  'an e-mail': (samples, random) => withValue(samples.all, 'email', random).slice(0, 5),
  'a tag': (samples, random) => pickOne(JSON.parse(withValue(samples.all, 'tags', random)) as string[], random), // a line's tags
  'a note': (samples, random) => {
    const note = withValue(samples.chinese, 'note', random)
    return note.slice(note.length > 6 ? 2 : 0).slice(0, 4)
  },
  'an address': (samples, random) => withValue(samples.chinese, 'place', random).slice(0, 3),
  'traditional for simplified': (samples, random) => traditional(samples, random),
  'nobody found': (_, random) => pickOne(['龘龘', 'zzqxj', '99999999', '鼟', 'qqqqqq'], random) + pickOne(['', 'x', '7'], random),
}

const inList = ['one character', 'two characters', 'initials', 'last four digits', 'a tag'] as const

/** Quick find by each kind of text, the list's box by some, and a mixture as a day at the counter brings it. */
export const searchKinds: readonly ReadKind[] = [
  ...Object.entries(typed).map(([name, text]) => ({
    name: `search ${name}`,
    calls: (samples: Samples, random: () => number) => [find(text(samples, random))],
  })),
  { name: 'search mixed', calls: (samples, random) => [find(anyText(samples, random))] },
  ...inList.map(name => ({
    name: `search in the list, ${name}`,
    calls: (samples: Samples, random: () => number) => [list({ search: textOf(name)(samples, random), sort: byRank })],
  })),
  { name: 'search in the list, mixed', calls: (samples, random) => [list({ search: anyText(samples, random), sort: byRank })] },
  {
    name: 'search in the list, two characters, by name',
    calls: (samples, random) => [list({ search: textOf('two characters')(samples, random), sort: { by: 'name', dir: 'asc' } })],
  },
  {
    name: 'search two characters, beside a scan of all names',
    calls: (samples, random) => [find(textOf('two characters')(samples, random))],
    limit: scanOfNames,
  },
]

function textOf(name: string): Typed {
  const text = typed[name]
  if (text === undefined) throw new Error(`no such text: ${name}`)
  return text
}

function anyText(samples: Samples, random: () => number): string {
  return pickOne(Object.values(typed), random)(samples, random)
}

/** What a program without an index does for the same keys. */
function scanOfNames(plain: Database.Database): (calls: readonly Call[]) => void {
  const scan = plain.prepare('SELECT id, name, company, phone FROM _contact_line WHERE name LIKE ? ORDER BY last DESC LIMIT 8')
  return calls => {
    for (const { channel, input } of calls) if (channel === 'contacts.find') scan.all(`%${input.text}%`)
  }
}

function named({ chinese }: Samples, random: () => number): Sample {
  return pickOne(chinese, random)
}

function syllables(text: string): readonly string[] {
  return pinyin(text, { toneType: 'none', type: 'array', surname: 'head', v: true })
}

function initials(name: string): string {
  return syllables(name)
    .map(one => one.slice(0, 1))
    .join('')
}

function digits(samples: Samples, random: () => number): string {
  return withValue(samples.all, 'phone', random).replace(/\D/g, '')
}

function withValue(samples: readonly Sample[], field: keyof Sample, random: () => number): string {
  for (let tries = 0; tries < 10_000; tries += 1) {
    const value = pickOne(samples, random)[field]
    if (value !== '' && value !== '[]') return value
  }
  throw new Error(`no customer with ${field}`)
}

const written: Readonly<Record<string, string>> = {
  陈: '陳',
  张: '張',
  刘: '劉',
  赵: '趙',
  黄: '黃',
  吴: '吳',
  孙: '孫',
  马: '馬',
  罗: '羅',
  郑: '鄭',
  谢: '謝',
  韩: '韓',
  冯: '馮',
  邓: '鄧',
  许: '許',
  苏: '蘇',
  卢: '盧',
  蒋: '蔣',
  贾: '賈',
  叶: '葉',
  钟: '鍾',
  陆: '陸',
}

function traditional(samples: Samples, random: () => number): string {
  for (let tries = 0; tries < 10_000; tries += 1) {
    const [family = '', given = ''] = Array.from(named(samples, random).name)
    const other = written[family]
    if (other !== undefined) return other + given
  }
  throw new Error('no customer whose surname is written in two ways')
}

export function isChinese(sample: Sample): boolean {
  return han.test(sample.name.slice(0, 1))
}
