import { expect, test } from 'vitest'
import { fieldTexts, namedByText } from '../../../../electron/features/contacts/contact-filter-text.ts'
import type { ReadableDb } from '../../../../electron/kernel/db/database.ts'
import { openContactsVault } from './contacts-vault.ts'

test('the texts of a field are read once for all rules of a filter', () => {
  const shop = openContactsVault()
  try {
    shop.create({ name: '李明', note: '喜欢Ｔｅａ' })
    const statements: string[] = []
    const db: ReadableDb = {
      ...shop.vault.db,
      all: (sql, ...params) => {
        statements.push(sql)
        return shop.vault.db.all(sql, ...params)
      },
    }
    const texts = fieldTexts(db)
    const found = (value: string): number => namedByText(db, texts, 'note', { op: 'contains', value }).docs.length

    expect(['tea', '喜歡', 'coffee'].map(found)).toEqual([1, 1, 0])
    expect(statements).toHaveLength(1)
  } finally {
    shop.vault.close()
  }
})
