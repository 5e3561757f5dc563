import { expect, test } from 'vitest'
import { sourceWords } from '../../../../../renderer/features/contacts/page/provenance-words.ts'
import { startI18n, text } from '../../../../../renderer/kernel/i18n.ts'
import type { ActSummary } from '../../../../../shared/features/acts/act.ts'
import type { FieldSource } from '../../../../../shared/features/contacts/contact-contract.ts'

startI18n({ locale: 'en' })

const format = { dateTime: () => '17 Nov, 16:00' }

function words(change: Partial<FieldSource>, act: Partial<ActSummary> = {}): string {
  const at = '2026-11-17T08:00:00.000Z'
  const edit = {
    id: '01900000-0000-7000-8000-000000000001',
    kind: 'edit',
    name: 'contact-edit',
    subject: '',
    count: 1,
    at,
    undoes: null,
  } as const
  return sourceWords(text, format, { field: 'name', at, staffName: 'Clerk A', act: { ...edit, ...act }, from: null, ...change })
}

test('what was typed names who typed it', () => {
  expect(words({})).toBe('Typed by Clerk A · 17 Nov, 16:00')
})

test('what was imported names file and card', () => {
  expect(words({ from: { file: 'contacts.vcf', row: 41 } }, { kind: 'import', name: 'vcard-import' })).toBe(
    'Imported from contacts.vcf, card 41 · 17 Nov, 16:00 · Clerk A',
  )
  expect(words({}, { kind: 'import', name: 'vcard-import', subject: 'contacts.vcf' })).toBe(
    'Imported from contacts.vcf · 17 Nov, 16:00 · Clerk A',
  )
})

test('a bulk action, an undo and an act without a person say what they were', () => {
  expect(words({}, { kind: 'bulk', name: 'bulk-set', count: 12 })).toBe('Set for 12 customers at once · 17 Nov, 16:00 · Clerk A')
  expect(words({}, { kind: 'undo' })).toBe('Undone: Details edited · 17 Nov, 16:00 · Clerk A')
  expect(words({ staffName: '' }, { name: 'contact-photo' })).toBe('Photo changed · 17 Nov, 16:00')
})
