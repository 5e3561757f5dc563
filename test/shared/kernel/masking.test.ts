import { expect, test } from 'vitest'
import { z } from 'zod'
import { Contact, ContactRow, emptyContactDraft } from '../../../shared/features/contacts/contact.ts'
import { contactContract, FieldChange } from '../../../shared/features/contacts/contact-contract.ts'
import { maskEmail, maskPhone, maskValue } from '../../../shared/kernel/masking.ts'

const needle = '13900005678'

test('maskPhone keeps three first and four last digits of a mobile, and never shows a short number', () => {
  expect(maskPhone('139 0000 5678')).toBe('139****5678')
  expect(maskPhone('+86 139-0000-5678')).toBe('861****5678')
  expect(maskPhone('8765432')).toBe('****5432')
  expect(maskPhone('110')).toBe('****')
})

test('maskEmail keeps at most three letters and the host', () => {
  expect(maskEmail('lihua@example.com')).toBe('lih***@example.com')
  expect(maskEmail('a@example.com')).toBe('***@example.com')
  expect(maskEmail('not an address')).toBe('***')
})

test('maskValue masks a field wherever it stands when its schema names a mask', () => {
  const phone = z.string().meta({ mask: 'phone' })
  const schema = z.strictObject({
    list: z.array(z.strictObject({ phone: phone.nullable() })),
    either: z.union([
      z.strictObject({ kind: z.literal('a'), phone }),
      z.strictObject({ kind: z.literal('b'), text: z.string() }),
    ]),
    byName: z.record(z.string(), phone),
    optional: phone.optional(),
    plain: z.string(),
  })

  const masked = maskValue(schema, {
    list: [{ phone: needle }, { phone: null }],
    either: { kind: 'a', phone: needle },
    byName: { x: needle },
    optional: needle,
    plain: 'stays',
  })

  expect(JSON.stringify(masked)).not.toContain('0000')
  expect(masked).toMatchObject({ plain: 'stays', list: [{ phone: '139****5678' }, { phone: null }] })
})

test('a masked customer holds no phone, e-mail, address or year of birth, and still fits its schema', () => {
  const contact = {
    ...emptyContactDraft(),
    name: '示例',
    birthday: { calendar: 'solar', year: 1987, month: 3, day: 4, leap: false },
    phones: [{ id: null, label: 'mobile', value: needle, preferred: true }],
    emails: [{ id: null, label: 'home', value: 'needle-mail@example.com', preferred: true }],
    addresses: [
      {
        id: null,
        label: 'home',
        country: '',
        region: '',
        city: '',
        district: '',
        detail: 'Needle Road 7',
        postcode: '',
        preferred: true,
      },
    ],
    photo: '',
    assigneeName: '',
    id: '01890000-0000-7000-8000-000000000000',
    revision: '00',
    createdAt: '2026-01-01T00:00:00.000Z',
    changedAt: '2026-01-01T00:00:00.000Z',
    lastActivityAt: '2026-01-01T00:00:00.000Z',
    trashedAt: null,
  }

  const masked = maskValue(contactContract['contacts.get'].output, contact)

  expect(JSON.stringify(masked)).not.toMatch(/1390000|needle-mail|Needle Road|1987/)
  expect(Contact.safeParse(masked).success).toBe(true)
})

test('of own fields those marked personal are masked, wherever a customer is shown', () => {
  const fieldId = '01890000-0000-7000-8000-000000000001'
  const schema = z.strictObject({ get: Contact.shape.custom, list: ContactRow.shape.custom, email: ContactRow.shape.email })
  const custom = [
    { fieldId, value: 'needle', isPersonal: true },
    { fieldId, value: '42', isPersonal: false },
  ]

  const masked = maskValue(schema, { get: custom, list: custom, email: 'needle-mail@example.com' })

  const expected = [
    { fieldId, value: '***', isPersonal: true },
    { fieldId, value: '42', isPersonal: false },
  ]
  expect(masked).toEqual({ get: expected, list: expected, email: 'nee***@example.com' })
  expect(schema.safeParse(masked).success).toBe(true)
})

test('the history masks what the page masks', () => {
  const masked = maskValue(z.array(FieldChange), [
    { field: 'phones', before: '', after: needle },
    { field: 'phones.label', before: 'home', after: 'work' },
    { field: 'emails.preferred', before: '', after: 'needle-mail@example.com' },
    { field: 'addresses', before: 'Needle Road 7', after: '' },
    { field: 'birthday', before: '1987-03-04', after: 'lunar:1987-L02-03' },
    {
      field: 'custom:01890000-0000-7000-8000-000000000001',
      before: 'needle',
      after: 'no',
      fieldName: 'Health',
      isPersonal: true,
    },
    { field: 'custom:01890000-0000-7000-8000-000000000001', before: '', after: '42', fieldName: 'Size', isPersonal: false },
    { field: 'name', before: 'Ann', after: 'Anna' },
  ])

  expect(masked).toMatchObject([
    { before: '', after: '139****5678' },
    { before: 'home', after: 'work' },
    { before: '', after: 'nee***@example.com' },
    { before: '***', after: '' },
    { before: '---03-04', after: 'lunar:---L02-03' },
    { before: '***', after: '***', fieldName: 'Health' },
    { before: '', after: '42' },
    { before: 'Ann', after: 'Anna' },
  ])
})
