import { afterEach, beforeEach, expect, test } from 'vitest'
import type { FieldOptionDraft, OptionList } from '../../../../shared/features/fields/field-option.ts'
import { type ContactsVault, openContactsVault, refusalOf } from '../contacts/contacts-vault.ts'

let shop: ContactsVault
beforeEach(() => {
  shop = openContactsVault()
})
afterEach(() => shop.vault.close())

const options = (list: OptionList) => shop.call('fields.options', {}).filter(option => option.list === list)
const shown = (list: OptionList) => options(list).map(({ key, name, hidden }) => (hidden ? `(${key})` : name || key))
const save = (list: OptionList, drafts: readonly FieldOptionDraft[]) =>
  shop.call('fields.saveOptions', { list, options: [...drafts] }).act
const word = (key: string | null, name = '', hidden = false): FieldOptionDraft => ({ key, name, hidden })

test('a new shop has the built-in words in their order', () => {
  expect(shown('level')).toEqual(['regular', 'silver', 'gold', 'vip'])
  expect(shown('stage')).toEqual(['prospect', 'interested', 'bought', 'returning'])
  expect(save('level', [word('regular'), word('silver'), word('gold'), word('vip')])).toBeNull()
})

test('a list gets new words, other names and another order in one act, and undo and redo move all of it', () => {
  const act = save('level', [word('vip', '贵宾'), word(null, 'Family'), word('regular')])

  expect(shown('level')).toEqual(['贵宾', 'Family', 'regular', '(silver)', '(gold)'])
  expect(act).toMatchObject({ name: 'options-save' })
  expect(shown('source')[0]).toBe('walk-in')

  shop.undo(act?.id ?? '')
  expect(shown('level')).toEqual(['regular', 'silver', 'gold', 'vip'])

  shop.redo(act?.id ?? '')
  expect(shown('level')).toEqual(['贵宾', 'Family', 'regular', '(silver)', '(gold)'])
})

test('a built-in word that was changed, taken back and changed again is one record', () => {
  const first = save('level', [word('vip'), word('regular'), word('silver'), word('gold')])
  shop.undo(first?.id ?? '')
  save('level', [word('regular'), word('silver'), word('gold'), word('vip', 'Best')])

  expect(shown('level')).toEqual(['regular', 'silver', 'gold', 'Best'])
  const rows = shop.vault.db.all("SELECT key FROM field_option WHERE key = 'vip'")
  expect(rows).toHaveLength(1)
})

test('an own word stays when the act that made it is taken back while a customer has it', () => {
  const act = save('level', [word(null, 'Family'), word('vip')])
  const own = options('level')[0]?.key ?? ''
  const customer = shop.create({ level: own })

  shop.undo(act?.id ?? '')

  expect(shop.call('contacts.get', { id: customer }).level).toBe(own)
  expect(options('level').filter(option => option.key === own)).toMatchObject([{ name: 'Family', hidden: false }])
})

test('words are refused with an unknown key, a key twice, no name of their own, or the name of another', () => {
  expect(refusalOf(() => save('level', [word('regular'), word('platinum')]))).toBe('invalid-input options.1.key')
  expect(refusalOf(() => save('level', [word('vip'), word('vip')]))).toBe('invalid-input options.1.key')
  expect(refusalOf(() => save('level', [word(null, '')]))).toBe('invalid-input options.0.name')
  expect(refusalOf(() => save('level', [word('vip', 'Best'), word(null, 'ＢＥＳＴ')]))).toBe('invalid-input options.1.name')
  expect(save('level', [word('vip', 'Best'), word(null, 'best', true)])).not.toBeNull()
})
