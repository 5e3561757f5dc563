import iconv from 'iconv-lite'
import { describe, expect, test } from 'vitest'
import { guessCharset } from '../../../../../electron/features/imports/vcard/charset-guess.ts'

describe('guessCharset', () => {
  test.each([
    ['gb18030', 'gbk', '闻人淑仪 和平里三十号'],
    ['gb18030', 'gbk', '李明'],
    ['gb18030', 'gbk', '李喆 王堃 朱镕'],
    ['big5', 'big5', '許功蓋 每個月十五號送貨'],
    ['shift_jis', 'shift_jis', '安藤ロイド さくら通り'],
    ['windows-1252', 'windows-1252', 'Außenstelle Adèle Lämmerweg'],
    ['windows-1252', 'windows-1252', 'José Núñez'],
    ['windows-1250', 'windows-1250', 'Kraków, małopolskie'],
    ['windows-1251', 'windows-1251', 'Савелий Берёзкин'],
    ['windows-1253', 'windows-1253', 'Παπαθανασίου Ευάγγελος'],
    ['windows-1255', 'windows-1255', 'אפרים קישון'],
    ['windows-1256', 'windows-1256', 'محمد علي'],
    ['koi8-r', 'koi8-r', 'Савелий Березкин'],
  ])('answers %s for %s text', (expected, charset, text) => {
    expect(guessCharset([iconv.encode(text, charset)], new Set())?.name).toBe(expected)
  })

  test('prefers a charset that the file names elsewhere', () => {
    const bytes = iconv.encode('Łódź', 'iso-8859-2')

    expect(guessCharset([bytes], new Set(['iso-8859-2']))?.name).toBe('iso-8859-2')
  })

  test('answers null for plain ASCII', () => {
    expect(guessCharset([Buffer.from('plain')], new Set())).toBeNull()
  })
})
