import type { Page } from 'playwright'
import { type ContactDraft, type ContactId, emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import type { FilterGroup } from '../../shared/features/contacts/contact-filter.ts'
import { type CustomFieldType, customFieldTypes } from '../../shared/features/fields/custom-field.ts'
import { severalText } from '../../shared/features/fields/custom-value.ts'
import { listColumns } from '../../shared/features/views/saved-view.ts'
import { askProgram } from './ask-program.ts'

const longName = '云南西双版纳勐海县布朗山乡老班章村古树普洱茶初制所联营合作社北京朝阳办事处'
const longWord = 'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft'
const words = (count: number, text: string): string => text.repeat(Math.ceil(count / text.length)).slice(0, count)

/** A customer with the longest of everything, one with a name only, and a view with every column and groups of conditions. */
export interface CrowdedShop {
  readonly full: { readonly id: ContactId; readonly name: string }
  readonly bare: { readonly id: ContactId; readonly name: string }
  readonly viewId: string
}

/** Writes them into the shop that is open in that page. */
export async function crowdShop(page: Page): Promise<CrowdedShop> {
  const [me] = await askProgram(page, 'staff.list', {})
  const fields = await makeFields(page)
  const choices = severalText(['one', 'two', 'three'])
  const valueOf = (type: CustomFieldType): string => {
    const values = { text: words(400, '很长的值，'), number: '-123456789012.25', date: '2026-02-28', choice: 'two' } as const
    return { ...values, several: choices, 'yes-no': 'yes', phone: '+49 30 1234567890' }[type]
  }
  const name = words(200, `${longName} ${longWord} `).trim()
  const full = await create(page, {
    ...everything(name),
    assigneeId: me?.id ?? null,
    custom: fields.map(({ id, type }) => ({ fieldId: id, value: valueOf(type) })),
  })
  const bare = await create(page, { name: '单名' })
  for (const [at, kind] of (['family', 'household', 'referred-by'] as const).entries()) {
    const other = await create(page, { name: words(200, at === 1 ? longWord : longName), phones: [phoneOf('10000000009')] })
    await askProgram(page, 'contacts.link', { from: full, to: other, kind, note: words(100, '关系的说明') })
  }
  const { id: viewId } = await askProgram(page, 'views.save', {
    id: null,
    name: words(60, '名字很长的视图，'),
    shared: true,
    pinned: true,
    definition: {
      search: '',
      filter: conditions(fields.find(field => field.type === 'number')?.id ?? ''),
      sort: { by: 'level', dir: 'asc' },
      columns: [...listColumns, ...fields.map(field => field.id)],
    },
  })
  return { full: { id: full, name }, bare: { id: bare, name: '单名' }, viewId }
}

async function create(page: Page, draft: Partial<ContactDraft>): Promise<ContactId> {
  return (await askProgram(page, 'contacts.create', { draft: { ...emptyContactDraft(), ...draft } })).id
}

const phoneOf = (value: string) => ({ id: null, label: 'mobile', value, preferred: true }) as const

/** One own field of each type, with long names and reasons. */
async function makeFields(page: Page): Promise<readonly { readonly id: string; readonly type: CustomFieldType }[]> {
  const fields: { id: string; type: CustomFieldType }[] = []
  for (const [at, type] of customFieldTypes.entries()) {
    const hasChoices = type === 'choice' || type === 'several'
    const isSensitive = type === 'text'
    const { id } = await askProgram(page, 'fields.save', {
      id: null,
      name: at % 2 === 0 ? words(60, `自定义字段${at}，名字写得很长很长`) : words(60, `Field ${at} ${longWord}`),
      type,
      choices: hasChoices
        ? ['one', 'two', 'three'].map(key => ({ id: key, name: words(100, `选项${key}很长`), hidden: false }))
        : [],
      required: false,
      personal: isSensitive,
      sensitive: isSensitive,
      sensitiveReason: isSensitive ? words(300, '备餐时要避开。') : '',
      inList: true,
      hidden: false,
    })
    fields.push({ id, type })
  }
  return fields
}

function everything(name: string): Partial<ContactDraft> {
  return {
    name,
    alias: words(200, longWord),
    salutation: words(50, '尊敬的'),
    gender: 'female',
    company: words(200, longName),
    jobTitle: words(200, '区域采购与供应链管理高级总监'),
    birthday: { calendar: 'lunar', year: 1988, month: 11, day: 30, leap: false },
    note: words(3000, `备注很长，写了又写。${longWord} `),
    phones: [phoneOf('+49 30 12345678901234'), ...['10012345678', '10087654321'].map(phoneOf)].map((phone, at) => ({
      ...phone,
      preferred: at === 0,
    })),
    emails: [{ id: null, label: 'work', value: `${words(60, 'sehr-lang-')}@${words(60, 'beispiel')}.example`, preferred: true }],
    addresses: [
      {
        id: null,
        label: 'home',
        country: '中国',
        region: '云南省',
        city: '西双版纳傣族自治州',
        district: '勐海县',
        detail: words(300, longName),
        postcode: '666200',
        preferred: true,
      },
    ],
    handles: [{ id: null, service: 'website', value: `https://example.com/${words(200, 'path/')}`, preferred: true }],
    tags: Array.from({ length: 30 }, (_, at) => words(50, `很长的标签名称第${at}个 `).trim()),
    surnameReading: 'yun',
    memberNo: words(60, 'M0123456789'),
    level: 'vip',
    source: 'wechat',
    stage: 'returning',
    language: 'yue',
    preferredChannel: 'whatsapp',
    preference: words(500, '下午六点以后打电话，'),
    pinnedNote: words(500, '对花生和坚果过敏，'),
  }
}

function conditions(numberField: string): FilterGroup {
  return {
    match: 'any',
    items: [
      { on: 'text', field: 'name', test: { op: 'contains', value: words(200, longWord) } },
      { on: 'text', field: 'name', test: { op: 'not-contains', value: 'x' } },
      { on: 'choice', field: 'level', test: { op: 'any', values: ['regular', 'silver', 'gold', 'vip'] } },
      {
        match: 'none',
        items: [
          { on: 'custom-number', fieldId: numberField, test: { op: 'between', from: -1_000_000, to: 123_456_789 } },
          {
            match: 'all',
            items: [
              { on: 'birthday', test: { op: 'month', month: 11 } },
              { on: 'tags', test: { op: 'empty' } },
            ],
          },
        ],
      },
    ],
  }
}
