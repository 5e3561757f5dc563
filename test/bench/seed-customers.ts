import { base, en, Faker, zh_CN } from '@faker-js/faker'
import {
  type Address,
  type ContactDraft,
  type Email,
  emptyContactDraft,
  type Handle,
  type Phone,
} from '../../shared/features/contacts/contact.ts'
import { customValues, noShop, type SeedShop } from './seed-shop.ts'
import {
  businesses,
  companyBeginnings,
  notesEn,
  notesZh,
  pinnedNotes,
  places,
  polyphonicSurnames,
  preferences,
  seedTags,
  streets,
  traditionalGiven,
  traditionalNames,
  writtenReadings,
} from './seed-words.ts'

/** Customers as a shop has them, 70 % Chinese: the same for the same seed, on every computer. */
export function* seedCustomers(count: number, seed: number, shop: SeedShop = noShop): Generator<ContactDraft> {
  const zh = new Faker({ locale: [zh_CN, en, base] })
  const latin = new Faker({ locale: [en, base] })
  zh.seed(seed)
  latin.seed(seed)
  for (let n = 0; n < count; n += 1) {
    const isChinese = zh.number.float() < 0.7
    const faker = isChinese ? zh : latin
    const draft = isChinese ? chineseCustomer(zh) : latinCustomer(latin)
    yield { ...draft, ...known(faker, n, shop) }
  }
}

/** What the shop writes down of a customer besides how to reach her. */
function known(faker: Faker, n: number, shop: SeedShop): Partial<ContactDraft> {
  const isMember = chance(faker, 0.4)
  const isAssigned = shop.staffIds.length > 0 && chance(faker, 0.5)
  return {
    memberNo: isMember ? `M${String(100_000 + n)}` : '',
    level: isMember ? pick(faker, ['regular', 'regular', 'silver', 'silver', 'gold', 'vip']) : '',
    source: chance(faker, 0.7) ? pick(faker, ['walk-in', 'walk-in', 'referral', 'wechat', 'marketplace', 'event']) : '',
    stage: chance(faker, 0.6) ? pick(faker, ['prospect', 'interested', 'bought', 'returning']) : '',
    assigneeId: isAssigned ? pick(faker, shop.staffIds) : null,
    preferredChannel: chance(faker, 0.3) ? pick(faker, ['phone', 'wechat', 'sms', 'email'] as const) : 'not-stated',
    preference: chance(faker, 0.1) ? pick(faker, preferences) : '',
    pinnedNote: chance(faker, 0.05) ? pick(faker, pinnedNotes) : '',
    custom: customValues(faker, shop),
  }
}

function chineseCustomer(faker: Faker): ContactDraft {
  const isShop = chance(faker, 0.06)
  const { family, given } = chineseName(faker)
  const name = isShop ? `${faker.location.city()}${family}记${pick(faker, businesses)}` : family + given
  const company = isShop || chance(faker, 0.3) ? chineseCompany(faker) : ''
  const salutation = isShop ? '' : pick(faker, ['', '', '女士', '先生', '老师', '老板'])
  return {
    ...common(faker, name, company),
    kind: isShop ? 'organisation' : 'person',
    ...(isShop || genderOf[salutation] === undefined ? {} : { gender: genderOf[salutation] }),
    alias: chance(faker, 0.15) ? `${pick(faker, ['小', '老', '阿'])}${family}` : '',
    salutation,
    surnameReading: isShop ? '' : (writtenReadings[family] ?? ''),
    language: chance(faker, 0.2) ? 'zh' : 'not-stated',
    note: several(faker, 2, () => pick(faker, notesZh)).join('，'),
    // numbers that no phone has
    phones: phones(faker, () => `100${faker.string.numeric(8)}`),
    handles: chance(faker, 0.5) ? [handle('wechat', `wx_${faker.string.alphanumeric({ length: 8, casing: 'lower' })}`)] : [],
    addresses: chance(faker, 0.4) ? [chineseAddress(faker)] : [],
  }
}

/** Some surnames are read in two ways, and some names stand in traditional characters. */
function chineseName(faker: Faker): { family: string; given: string } {
  const kind = faker.number.float()
  if (kind < 0.02) return { family: pick(faker, traditionalNames), given: pick(faker, traditionalGiven) }
  return { family: kind < 0.06 ? pick(faker, polyphonicSurnames) : faker.person.lastName(), given: givenName(faker) }
}

function chineseCompany(faker: Faker): string {
  const beginning = chance(faker, 0.15) ? pick(faker, companyBeginnings) : faker.location.city()
  return `${beginning}${givenName(faker)}${pick(faker, businesses)}有限公司`
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
    tags: several(faker, 3, () => pick(faker, seedTags)),
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
    leap: isLunar && chance(faker, 0.03),
  }
}

function phones(faker: Faker, number: () => string): Phone[] {
  const kind = faker.number.float()
  const count = kind < 0.03 ? 0 : kind < 0.18 ? 2 : 1
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
  const { region, city, districts } = pick(faker, places)
  const detail = `${pick(faker, streets)}${faker.number.int({ min: 1, max: 400 })}号`
  return address({ country: '中国', region, city, district: pick<string>(faker, districts), detail })
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
