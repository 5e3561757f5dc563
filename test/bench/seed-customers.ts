import { base, en, Faker, zh_CN } from '@faker-js/faker'
import {
  type Address,
  type ContactDraft,
  type Email,
  emptyContactDraft,
  type Handle,
  type Phone,
} from '../../shared/features/contacts/contact.ts'

const tags = [
  'VIP',
  '老客户',
  '会员',
  '批发',
  '团购',
  '爱喝茶',
  '过敏',
  '转介绍',
  '生日礼',
  '企业',
  'tea lover',
  'regular',
  'wholesale',
  'newsletter',
]
const businesses = ['茶庄', '花店', '烘焙坊', '美容院', '眼镜店', '文具行', '五金店', '宠物店', '书店', '餐厅']
const notesZh = [
  '喜欢靠窗的座位',
  '周末下午来',
  '要发票',
  '对花生过敏',
  '送货前打电话',
  '孩子上小学',
  '常买龙井和普洱',
  '不要打电话，发微信',
  '介绍了三位朋友',
  '上次的杯子碎了，已换新',
]
const notesEn = [
  'Prefers mornings',
  'Call before delivery',
  'Allergic to nuts',
  'Asked for an invoice',
  'Buys gifts in December',
  'Came with a friend',
]

/** Customers as a shop has them, 70 % Chinese: the same for the same seed, on every computer. */
export function* seedCustomers(count: number, seed: number): Generator<ContactDraft> {
  const zh = new Faker({ locale: [zh_CN, en, base] })
  const latin = new Faker({ locale: [en, base] })
  zh.seed(seed)
  latin.seed(seed)
  for (let n = 0; n < count; n += 1) yield zh.number.float() < 0.7 ? chineseCustomer(zh) : latinCustomer(latin)
}

function chineseCustomer(faker: Faker): ContactDraft {
  const isShop = chance(faker, 0.06)
  const family = faker.person.lastName()
  const name = isShop ? `${faker.location.city()}${family}记${pick(faker, businesses)}` : family + givenName(faker)
  const company =
    isShop || chance(faker, 0.3) ? `${faker.location.city()}${givenName(faker)}${pick(faker, businesses)}有限公司` : ''
  const salutation = isShop ? '' : pick(faker, ['', '', '女士', '先生', '老师', '老板'])
  return {
    ...common(faker, name, company),
    kind: isShop ? 'organisation' : 'person',
    ...(isShop || genderOf[salutation] === undefined ? {} : { gender: genderOf[salutation] }),
    alias: chance(faker, 0.15) ? `${pick(faker, ['小', '老', '阿'])}${family}` : '',
    salutation,
    note: several(faker, 2, () => pick(faker, notesZh)).join('，'),
    // numbers that no phone has
    phones: phones(faker, () => `100${faker.string.numeric(8)}`),
    handles: chance(faker, 0.5) ? [handle('wechat', `wx_${faker.string.alphanumeric({ length: 8, casing: 'lower' })}`)] : [],
    addresses: chance(faker, 0.4) ? [chineseAddress(faker)] : [],
  }
}

const genderOf: Readonly<Record<string, ContactDraft['gender']>> = { 女士: 'female', 先生: 'male' }

function latinCustomer(faker: Faker): ContactDraft {
  const name = faker.person.fullName()
  return {
    ...common(faker, name, chance(faker, 0.3) ? faker.company.name() : ''),
    note: several(faker, 2, () => pick(faker, notesEn)).join('. '),
    phones: phones(faker, () => `+44 20 7946 0${faker.string.numeric(3)}`),
    handles: chance(faker, 0.2) ? [handle('whatsapp', `+447700900${faker.string.numeric(3)}`)] : [],
    addresses: chance(faker, 0.2) ? [address({ city: faker.location.city(), detail: faker.location.streetAddress() })] : [],
  }
}

function common(faker: Faker, name: string, company: string): ContactDraft {
  const account = faker.string.alphanumeric({ length: { min: 5, max: 9 }, casing: 'lower' })
  return {
    ...emptyContactDraft(),
    name,
    company,
    gender: pick(faker, ['female', 'male', 'not-stated'] as const),
    jobTitle: company === '' ? '' : pick(faker, ['经理', '采购', 'Owner', 'Buyer', '']),
    birthday: chance(faker, 0.3) ? birthday(faker) : null,
    emails: chance(faker, 0.5) ? [email(`${account}@${pick(faker, ['example.com', 'example.cn', 'mail.example.org'])}`)] : [],
    tags: several(faker, 3, () => pick(faker, tags)),
  }
}

function givenName(faker: Faker): string {
  return faker.person.firstName()
}

function birthday(faker: Faker): ContactDraft['birthday'] {
  const isLunar = chance(faker, 0.2)
  return {
    calendar: isLunar ? 'lunar' : 'solar',
    year: chance(faker, 0.7) ? faker.number.int({ min: 1945, max: 2010 }) : null,
    month: faker.number.int({ min: 1, max: 12 }),
    day: faker.number.int({ min: 1, max: 28 }),
    leap: false,
  }
}

function phones(faker: Faker, number: () => string): Phone[] {
  const count = chance(faker, 0.15) ? 2 : 1
  return Array.from({ length: count }, (_, index) => ({
    id: null,
    label: index === 0 ? 'mobile' : 'work',
    value: number(),
    preferred: index === 0,
  }))
}

function email(value: string): Email {
  return { id: null, label: 'home', value, preferred: true }
}

function handle(service: Handle['service'], value: string): Handle {
  return { id: null, service, value, preferred: true }
}

function chineseAddress(faker: Faker): Address {
  const detail = `${faker.location.street()}${faker.number.int({ min: 1, max: 400 })}号`
  return address({
    country: '中国',
    region: faker.location.state(),
    city: faker.location.city(),
    district: `${givenName(faker)}区`,
    detail,
  })
}

function address(parts: Partial<Address>): Address {
  const empty = { country: '', region: '', city: '', district: '', detail: '', postcode: '' }
  return { id: null, label: 'home', ...empty, preferred: true, ...parts }
}

function chance(faker: Faker, part: number): boolean {
  return faker.number.float() < part
}

function pick<T>(faker: Faker, items: readonly T[]): T {
  return faker.helpers.arrayElement(items)
}

/** None to `max`, none twice. */
function several(faker: Faker, max: number, make: () => string): string[] {
  return [...new Set(Array.from({ length: faker.number.int({ min: 0, max }) }, make))]
}
