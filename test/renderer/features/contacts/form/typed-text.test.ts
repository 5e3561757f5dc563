import { expect, test } from 'vitest'
import { emptyFormValues } from '../../../../../renderer/features/contacts/contact-form-model.ts'
import { typedText } from '../../../../../renderer/features/contacts/form/typed-text.ts'
import { startI18n, text } from '../../../../../renderer/kernel/i18n.ts'
import type { CustomField } from '../../../../../shared/features/fields/custom-field.ts'

startI18n({ locale: 'en' })

const field: CustomField = {
  id: '01900000-0000-7000-8000-00000000000f',
  name: 'Tea',
  type: 'choice',
  choices: [{ id: 'green', name: 'Green tea', hidden: false }],
  required: false,
  personal: false,
  sensitive: false,
  sensitiveReason: '',
  inList: false,
  hidden: false,
  position: 0,
  used: 0,
}

test('everything that is typed is there, a line each, in words', () => {
  const copied = typedText(
    {
      ...emptyFormValues(),
      name: 'Sample customer',
      surnameReading: 'shan',
      level: 'gold',
      memberNo: 'M-1',
      assigneeId: field.id,
      language: 'yue',
      pinnedNote: 'Call first',
      birthday: { calendar: 'solar', year: '19', month: null, day: null, leap: false },
      phones: [{ key: 'a', id: null, label: 'mobile', value: '100 1234', preferred: true }],
      custom: { [field.id]: 'green' },
      note: 'Two\nlines',
    },
    { t: text, fields: [field], option: (_, key) => (key === 'gold' ? 'Gold' : key), assigneeName: 'Clerk A' },
  )

  expect(copied.split('\n')).toEqual([
    'Name: Sample customer',
    'Surname reading: shan',
    'Birthday: 19',
    'Phone: 100 1234',
    'Language: Cantonese',
    'Pinned note: Call first',
    'Level: Gold',
    'Member no.: M-1',
    'Assignee: Clerk A',
    'Tea: Green tea',
    'Note: Two',
    'lines',
  ])
})
