import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { createChanges } from '../../../../electron/features/contacts/contact-changes.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import { readingsOf } from '../../../../electron/kernel/search/reading-tokens.ts'
import { describeWithCorpus } from '../../../helpers/corpus.ts'
import { aDraft, type ContactsVault, openContactsVault } from './contacts-vault.ts'

const Expected = z.object({
  'overtrue_pinyin/surnames.txt': z.object({ entries: z.int(), must_have: z.record(z.string(), z.string()) }),
})
/** Characters of companies' names with the readings that people type. */
const inCompanies: Readonly<Record<string, readonly string[]>> = {
  重: ['chong', 'zhong'],
  长: ['chang', 'zhang'],
  乐: ['le', 'yue'],
  行: ['hang', 'xing'],
  朝: ['chao', 'zhao'],
  都: ['du', 'dou'],
  会: ['hui', 'kuai'],
  盛: ['sheng', 'cheng'],
  调: ['diao', 'tiao'],
  藏: ['zang', 'cang'],
  传: ['chuan', 'zhuan'],
  厦: ['xia', 'sha'],
}

describeWithCorpus('chinese', folder => {
  const surnames = readLines(folder, 'overtrue_pinyin/surnames.txt').map(line => line.split(': ') as [string, string]) // its form
  const companies = readLines(folder, 'companies/company_short_every40.txt')
  const common = new Map(
    readLines(folder, 'mozillazg_pinyin-data/kMandarin_8105.txt').flatMap(line => {
      const [, code, reading] = /^U\+([0-9A-F]+): (\S+)/.exec(line) ?? []
      return code === undefined || reading === undefined
        ? []
        : [[String.fromCodePoint(Number.parseInt(code, 16)), reading] as const]
    }),
  )
  let shop: ContactsVault

  beforeAll(() => {
    shop = openContactsVault()
    const createdAt = shop.vault.now().toISOString()
    for (const [surname] of surnames) {
      const changes = createChanges(aDraft({ name: `${surname}小明` }), { id: newId(), createdAt, newId })
      shop.vault.apply({ kind: 'edit', name: 'contact-create', subject: '' }, changes)
    }
  })
  afterAll(() => shop.vault.close())

  const finds = (text: string, name: string): boolean =>
    shop.call('contacts.find', { text, limit: 50, scope: 'all' }).hits.some(hit => hit.row.name === name)

  /** Those of the ways to type a surname's reading by which its customer is not found. */
  function missed(surname: string, syllables: readonly string[]): readonly string[] {
    const name = `${surname}小明`
    const initials = syllables.map(syllable => syllable.charAt(0)).join('')
    const typed = [syllables.join(''), `${syllables.join('')}xiaoming`, `${initials}xm`, `${initials}xiaom`]
    const spelled = typed.flatMap(text => [text, text.replaceAll('v', 'u'), text.replaceAll('v', 'yu')])
    return spelled.filter(text => !finds(text, name))
  }

  test('every surname that must be there is found by its reading as a surname and by the common one', () => {
    const { must_have: mustHave } = Expected.parse(JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')))[
      'overtrue_pinyin/surnames.txt'
    ]

    const missing = Object.entries(mustHave).flatMap(([surname, reading]) => [
      ...missed(surname, reading.split(' ').map(plain)),
      ...missed(surname, commonOf(surname)),
    ])

    expect(missing).toEqual([])
  })

  test('every surname of the list is found by its reading as a surname and by the common one', () => {
    const missing = surnames.flatMap(([surname, reading]) => [
      ...missed(surname, reading.split(' ').map(plain)),
      ...(Array.from(surname).every(character => common.has(character)) ? missed(surname, commonOf(surname)) : []),
    ])

    expect(surnames.length).toBe(84)
    expect(missing).toEqual([])
  })

  test('companies are found from a character with several readings on by each of them', () => {
    const missing: string[] = []
    let asked = 0
    for (const company of companies) {
      const { parts } = readingsOf({ text: company, kind: 'title', surname: '' })
      for (const reading of Array.from(company).flatMap(character => inCompanies[character] ?? [])) {
        asked += 1
        if (!parts.some(part => part.startsWith(reading))) missing.push(`${company} ${reading}`)
      }
    }

    expect(asked).toBeGreaterThan(500)
    expect(missing).toEqual([])
  })

  test('nearly every phrase is found as the title of a company by its reading', () => {
    const lines = readLines(folder, 'mozillazg_phrase-pinyin-data/pinyin.txt').filter((_, index) => index % 5 === 0)
    const phrases = lines.flatMap(line => {
      const [, phrase, reading] = /^(\p{Script=Han}+): (.+)$/u.exec(line) ?? []
      return phrase === undefined || reading === undefined ? [] : [{ phrase, letters: reading.split(' ').map(plain).join('') }]
    })

    const missing = phrases.filter(
      ({ phrase, letters }) => !readingsOf({ text: phrase, kind: 'title', surname: '' }).whole.includes(letters),
    )

    expect(phrases.length).toBeGreaterThan(9_000)
    expect(missing.length / phrases.length).toBeLessThan(0.015)
  })

  function commonOf(surname: string): readonly string[] {
    return Array.from(surname, character => plain(common.get(character) ?? ''))
  }
})

function readLines(folder: string, path: string): readonly string[] {
  return readFileSync(join(folder, path), 'utf8')
    .split(/\r?\n/)
    .filter(line => line !== '' && !line.startsWith('#'))
}

/** Without tones, `v` for ü. */
function plain(reading: string): string {
  return reading
    .trim()
    .normalize('NFD')
    .replace('u\u0308', 'v')
    .replace(/[\u0300-\u036f]/g, '')
}
