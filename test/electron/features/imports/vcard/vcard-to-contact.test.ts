import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type CardContact, toContact } from '../../../../../electron/features/imports/vcard/vcard-to-contact.ts'
import { ContactDraft } from '../../../../../shared/features/contacts/contact.ts'
import { describeWithCorpus } from '../../../../helpers/corpus.ts'
import { fixtureFolder, readAll, readFixture, readText } from './read-cards.ts'

async function contactsOf(file: string): Promise<CardContact[]> {
  return (await readFixture(file)).cards.map(toContact)
}

async function contactOf(lines: string, version = '3.0'): Promise<CardContact> {
  const { cards } = await readText(`BEGIN:VCARD\nVERSION:${version}\n${lines}\nEND:VCARD\n`)
  const [contact] = cards.map(toContact)
  if (contact === undefined) throw new Error('the card was not read')
  return contact
}

describe('a card of a phone becomes what a person would have typed', () => {
  test('iPhone', async () => {
    const [person, company] = await contactsOf('iphone-30.vcf')

    expect(person?.draft).toMatchObject({
      kind: 'person',
      name: '欧阳若兰',
      alias: '兰姐',
      company: '青山茶行',
      jobTitle: '店长',
      birthday: { calendar: 'solar', year: null, month: 5, day: 20 },
      phones: [
        { label: 'mobile', value: '100 1234 5678', preferred: true },
        { label: 'home', value: '1003 555 0101' },
        { label: 'fax', value: '100-6555-0102' },
        { label: 'other', value: '10012340000' },
      ],
      emails: [
        { label: 'other', value: 'ruolan.ouyang@example.com', preferred: true },
        { label: 'work', value: 'caigou@example.com' },
      ],
      addresses: [
        {
          label: 'home',
          country: '中国',
          region: '浙江',
          city: '杭州',
          detail: '环城西路 18 号 3 幢 502 室',
          postcode: '310000',
        },
      ],
      handles: [
        { service: 'website', value: 'https://tea.example.com' },
        { service: 'qq', value: '10000001' },
        { service: 'wechat', value: 'ruolan_tea' },
        { service: 'other', value: 'weibo:http://weibo.example.com/ruolan' },
      ],
    })
    expect(person?.draft?.note.split('\n\n')).toEqual([
      '每月初补货, 喜欢龙井和碧螺春; 不要薄荷味。送货前一天打电话\n第二行：放在前台就可以，务必请人签字，谢谢。',
      'ORG: 采购部\nTEL …0000: 前台\nX-ABDATE (Anniversary): 2015-10-01\nX-ABRELATEDNAMES (Father): 欧阳明',
    ])
    expect(person?.picture?.type).toBe('image/jpeg')
    expect(person?.notes.map(({ note }) => note)).not.toContain('photo-left-out')
    expect(company?.draft).toMatchObject({ kind: 'organisation', name: '青山茶行' })
    expect(company?.notes).toEqual([])
  })

  test('Android in Chinese', async () => {
    const [first, second, third] = await contactsOf('android-21-qp.vcf')

    expect(first?.draft).toMatchObject({
      name: '司马青衫',
      alias: '老马',
      company: '临江布行',
      jobTitle: '老板',
      note: '常客；月结。\n冬天要厚料\n\nTEL …0088: 店里\ncontact_event: 2012-06-18\nrelation: 司马晴',
      addresses: [{ detail: '人民路一百二十号，临江花园七栋三单元九零二室', city: '成都', region: '四川', country: '中国' }],
      handles: [
        { service: 'qq', value: '10000002' },
        { service: 'website', value: 'http://www.example.com/?a=1' },
      ],
    })
    expect(second).toMatchObject({ draft: { name: '送水张师傅' }, notes: [] })
    expect(third).toMatchObject({ draft: { name: '1008600000' }, notes: [{ note: 'no-name', field: 'FN', count: 1 }] })
  })

  test('Outlook with a charset of its own and the address twice', async () => {
    const [contact] = await contactsOf('outlook-21-gb2312.vcf')

    expect(contact?.draft).toMatchObject({
      name: '令狐平 先生',
      salutation: '先生',
      company: '长风书店',
      jobTitle: '经理',
      note: '订货走月结=无折扣\n\nORG: 发行部\nROLE: 采购\nX-MS-MANAGER: 东方先生',
      addresses: [{ label: 'work', country: '中华人民共和国', city: '武汉', detail: '解放路 9 号', preferred: true }],
    })
    expect(contact?.draft?.addresses).toHaveLength(1)
  })

  test('Google', async () => {
    const [contact] = await contactsOf('google-30.vcf')

    expect(contact?.draft).toMatchObject({
      name: 'Dr. Marisol Quintero-Vale',
      alias: 'Mari, Sol',
      salutation: 'Dr.',
      birthday: { year: null, month: 2, day: 29 },
      tags: ['myContacts', 'Wholesale'],
      addresses: [{ detail: '12 Harbour Lane, Flat 4, Seaview House', city: 'Port Example', postcode: 'EX1 2MP' }],
    })
    expect(contact?.draft?.note).toMatch(/^Prefers rye\. Back\\slash \\ and ; semicolon, comma\.\nSecond line\n\n/)
  })

  test('version 4', async () => {
    const [contact] = await contactsOf('version-40.vcf')

    expect(contact?.draft).toMatchObject({
      kind: 'organisation',
      phones: [
        { label: 'work', value: '+100-555-0166 ext. 21', preferred: true },
        { label: 'fax', value: '+100-555-0167' },
      ],
      handles: [{ service: 'other', value: 'xmpp:coop@example.org' }],
      birthday: null,
    })
    expect(contact?.notes).toContainEqual({ note: 'bad-date', field: 'BDAY', count: 1 })
    expect(contact?.draft?.note).toContain('BDAY: about 1950')
  })
})

describe('the name', () => {
  test.each([
    ['FN:何必\nN:何;必;;;', '何必'],
    ['N:何;必;;;', '何必'],
    ['N:Vale;Marisol;Q;Dr.;Jr.', 'Marisol Q Vale Jr.'],
    ['FN:\nN:;;;;\nORG:青山茶行;', '青山茶行'],
    ['NICKNAME:小满', '小满'],
    ['EMAIL:a@example.com\nTEL:100', 'a@example.com'],
    ['TEL:100', '100'],
    ['X-QQ:10000', '10000'],
    ['NOTE:only this', 'only this'],
  ])('comes from what there is: %j', async (lines, name) => {
    expect((await contactOf(lines)).draft?.name).toBe(name)
  })

  test('what N holds beyond FN goes to the note', async () => {
    const { draft, notes } = await contactOf('FN:Max\nN:Mustermann;Max;;Dr.;MBA')

    expect(draft).toMatchObject({ name: 'Max', salutation: 'Dr.', note: 'N: Mustermann MBA' })
    expect(notes).toEqual([{ note: 'field-to-note', field: 'N', count: 1 }])
  })
})

describe('what does not fit', () => {
  test('is kept in the note with a word why', async () => {
    const phones = Array.from({ length: 33 }, (_, index) => `TEL:100${String(index)}`)
    const { draft, notes } = await contactOf(
      [
        `FN:${'长'.repeat(250)}`,
        ...phones,
        `TEL:${'1'.repeat(70)}`,
        `EMAIL:${'a'.repeat(250)}@example.com`,
        `CATEGORIES:${'标'.repeat(60)},短`,
        `ADR:;;${'x'.repeat(600)};;;;`,
        `ADR:;;short;${'城'.repeat(120)};;;`,
        `URL:http://${'u'.repeat(400)}`,
        'TITLE:First',
        'TITLE:Second',
      ].join('\n'),
    )

    expect(draft?.name).toHaveLength(200)
    expect(draft?.phones).toHaveLength(30)
    expect(draft?.tags).toEqual(['短'])
    expect(draft?.addresses.map(address => address.detail)).toEqual([`${'城'.repeat(120)}, short`])
    for (const kept of [
      '长'.repeat(250),
      '1'.repeat(70),
      `${'a'.repeat(250)}@`,
      '标'.repeat(60),
      'x'.repeat(600),
      'TEL: 10032',
      'Second',
    ]) {
      expect(draft?.note).toContain(kept)
    }
    expect(notes.map(({ note, field, count }) => `${note} ${field} ${String(count)}`).toSorted()).toEqual([
      'field-to-note TITLE 1',
      'too-many-values TEL 3',
      'value-too-long ADR 1',
      'value-too-long CATEGORIES 1',
      'value-too-long EMAIL 1',
      'value-too-long FN 1',
      'value-too-long TEL 1',
      'value-too-long URL 1',
    ])
  })

  test('a note is cut at its limit, never within a character', async () => {
    const { draft, notes } = await contactOf(`FN:A\nNOTE:x${'𠮷'.repeat(11_000)}`)

    expect(draft?.note.length).toBeLessThanOrEqual(20_000)
    expect(draft?.note.isWellFormed()).toBe(true)
    expect(notes).toEqual([{ note: 'value-too-long', field: 'NOTE', count: 1 }])
  })
})

describe('a picture', () => {
  const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.alloc(3_000, 7)])
  const png = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), Buffer.alloc(2_000, 9)])
  const folded = (bytes: Buffer): string => bytes.toString('base64').replace(/.{74}/g, '$&\r\n ')
  const leftOut = { note: 'photo-left-out', field: 'PHOTO', count: 1 }

  test.each([
    ['folded, as 3.0 writes it', `PHOTO;ENCODING=b;TYPE=JPEG:${folded(jpeg)}`, 'image/jpeg', jpeg],
    ['as a block, as 2.1 writes it', `PHOTO;ENCODING=BASE64;JPEG:\r\n ${folded(jpeg)}\r\n`, 'image/jpeg', jpeg],
    ['in one line', `PHOTO;ENCODING=b:${png.toString('base64')}`, 'image/png', png],
    ['as a data address, as 4.0 writes it', `PHOTO:data:image/png;base64,${folded(png)}`, 'image/png', png],
    ['as a data address with escapes', `item1.PHOTO:data:image/png\\;base64\\,${folded(png)}`, 'image/png', png],
    ['said to be another kind', `PHOTO;ENCODING=b;TYPE=GIF:${folded(jpeg)}`, 'image/jpeg', jpeg],
  ])('is taken %s', async (_, lines, type, bytes) => {
    const { draft, picture, notes } = await contactOf(`FN:A\r\n${lines}\r\nTEL:100`)

    expect(picture?.type).toBe(type)
    expect(Buffer.compare(picture?.bytes ?? Buffer.alloc(0), bytes)).toBe(0)
    expect(notes).toEqual([])
    expect(draft?.phones).toMatchObject([{ value: '100' }])
  })

  test.each([
    ['no picture by its bytes', `PHOTO;ENCODING=b;TYPE=JPEG:${folded(Buffer.from('<svg onload="x"/>'.repeat(400)))}`],
    ['elsewhere', 'PHOTO;VALUE=uri:https://example.com/a.jpg'],
    ['over a megabyte', `PHOTO;ENCODING=b:${folded(Buffer.concat([jpeg, Buffer.alloc(1024 * 1024)]))}`],
    [
      'over a megabyte in one line',
      `PHOTO;ENCODING=b:${Buffer.concat([jpeg, Buffer.alloc(3 * 1024 * 1024)]).toString('base64')}`,
    ],
    ['a company sign', `LOGO;ENCODING=b:${folded(png)}`],
  ])('is left out and counted when it is %s', async (_, lines) => {
    const { draft, picture, notes } = await contactOf(`FN:A\r\n${lines}\r\nTEL:100`)

    expect(picture).toBeUndefined()
    expect(notes).toEqual([{ ...leftOut, field: lines.startsWith('LOGO') ? 'LOGO' : 'PHOTO' }])
    expect(draft?.phones).toMatchObject([{ value: '100' }])
  })

  test('of a megabyte is taken, and a second one is counted, with nothing else lost', async () => {
    const large = Buffer.concat([jpeg, Buffer.alloc(1024 * 1024 - jpeg.length)])
    const lines = `PHOTO;ENCODING=b:${folded(large)}\r\nPHOTO;ENCODING=b:${folded(large)}`
    const { draft, picture, notes } = await contactOf(`FN:A\r\n${lines}\r\nTEL:100`)

    expect(picture?.bytes.length).toBe(1024 * 1024)
    expect(notes).toEqual([leftOut])
    expect(draft?.phones).toMatchObject([{ value: '100' }])
  })

  test('without anybody to show is counted', async () => {
    const { draft, picture, notes } = await contactOf(`PHOTO;ENCODING=b:${folded(jpeg)}`)

    expect([draft, picture]).toEqual([null, undefined])
    expect(notes).toEqual([leftOut, { note: 'no-name', field: '', count: 1 }])
  })
})

describe('a card with nothing to take', () => {
  test('is skipped as empty', async () => {
    expect(await contactOf('UID:1\nREV:2026')).toEqual({ draft: null, notes: [{ note: 'empty-card', field: '', count: 1 }] })
  })

  test('is skipped for want of a name when it holds only a picture', async () => {
    expect(await contactOf('PHOTO;ENCODING=b:QUJD')).toEqual({
      draft: null,
      notes: [
        { note: 'photo-left-out', field: 'PHOTO', count: 1 },
        { note: 'no-name', field: '', count: 1 },
      ],
    })
  })
})

describe('hostile shapes', () => {
  const size = 400_000

  test.each([
    ['spaces', `NOTE:a${' '.repeat(size)}b`],
    ['spaces in a field of one line', `TITLE:a${' '.repeat(size)}b\nORG:${' '.repeat(size)};x`],
    ['spaces in an address', `ADR:;;a${' '.repeat(size)},b;;;;`],
    ['brackets', `EMAIL:${'<a@'.repeat(size / 4)}`],
    ['digits of a date', `BDAY:${'1 '.repeat(size / 2)}`],
    ['parameters', `TEL${';A'.repeat(size / 2)}:1`],
    ['listed types', `TEL;TYPE=${'a,'.repeat(size / 2)}:1`],
    ['quotes', `TEL;TYPE=${'" '.repeat(size / 2)}:1`],
    ['a head without an end', `TEL;A="${'\n :'.repeat(size / 3)}`],
    ['escapes', `NOTE:${'\\'.repeat(size)}`],
    ['separators', `N:${';'.repeat(size)}\nX-A:${';,'.repeat(size / 2)}`],
    ['soft breaks', `NOTE;ENCODING=QUOTED-PRINTABLE:${'=\n'.repeat(size / 2)}`],
    ['labels', `ADR:;;Street 1;;;;\n${'LABEL:Street 1\n'.repeat(4_000)}`],
    ['groups', Array.from({ length: 4_000 }, (_, index) => `i${String(index)}.X-A:1`).join('\n')],
    ['accounts in one', `X-MESSAGING/XMPP-ALL:${'a\uE000'.repeat(size / 4)}`],
    ['categories', `CATEGORIES:${'a,b,'.repeat(size / 4)}`],
    ['bytes of no charset', `NOTE:${'\u00FF'.repeat(size / 2)}`],
  ])('are read in the end: very many %s', async (_, lines) => {
    const { draft } = await contactOf(`FN:Patient\n${lines}`)

    expect(draft?.name).toBe('Patient')
    expect(ContactDraft.safeParse(draft).success).toBe(true)
  })
})

test('every fixture becomes drafts that the schema takes', async () => {
  for (const file of readdirSync(fixtureFolder)) {
    for (const { draft } of await contactsOf(file))
      if (draft !== null) expect(ContactDraft.safeParse(draft).success, file).toBe(true)
  }
})

describeWithCorpus('vcards', folder => {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.vcf'))

  test.each(files)('%s: every card becomes a customer or says why not, and no value is lost', async name => {
    const { cards } = await readAll(readFileSync(join(folder, name)))
    for (const card of cards) {
      const { draft, notes } = toContact(card)
      if (draft === null) {
        expect(notes.map(({ note }) => note)).toContainEqual(expect.stringMatching(/^(?:no-name|empty-card)$/))
        continue
      }
      expect(ContactDraft.safeParse(draft).success).toBe(true)
      const all = bare(JSON.stringify(draft))
      for (const property of card.properties.filter(({ name: one }) => /^(?:FN|TEL|EMAIL|NOTE|TITLE|ROLE|NICKNAME)$/.test(one))) {
        for (const word of bareWords(property.value)) expect(all, `${property.name} of card ${String(card.n)}`).toContain(word)
      }
    }
  })

  /** Words of ASCII letters and digits: what escapes, spaces and signs cannot change. */
  function bareWords(text: string): string[] {
    return bare(text.replace(/\\[nN]/g, ' ').replace(/^tel:|^mailto:|;ext=/gi, ' ')).match(/[a-z0-9]+/g) ?? []
  }

  function bare(text: string): string {
    return text.replace(/\\[nN]/g, ' ').toLowerCase()
  }
})
