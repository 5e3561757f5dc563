import { expect, test } from 'vitest'
import { redact, redactError } from '../../../../electron/kernel/log/redact.ts'

test.each([0, 12, -1, true, null, 'disk-full', 'contacts.list', 'TypeError', '01890000-0000-7000-8000-000000000000'])(
  '%j stays',
  value => {
    expect(redact(value)).toBe(value)
  },
)

test.each([
  '王小明',
  'wang',
  '13800138000',
  '88886666',
  '8888666a',
  'a@b.cn',
  '/home/shop/vault.db',
  'C:\\Users\\shop\\x.vcf',
  'SELECT * FROM contact',
  'disk-full: 王小明',
  'contacts.list 13800138000',
  '',
])('a text that may be about a person is taken out (%#)', value => {
  expect(redact(value)).toBe('[redacted]')
})

test('words that the program lists itself stay', () => {
  expect(redact('suspend', new Set(['suspend']))).toBe('suspend')
})

test('an error is told by class, code and place, never by its message', () => {
  const error = Object.assign(new Error('UNIQUE failed for 王小明'), { name: 'SqliteError', code: 'SQLITE_FULL' })
  const told = redactError(error)

  expect(told.error).toBe('SqliteError SQLITE_FULL')
  expect(JSON.stringify(told)).not.toContain('王小明')
  expect(told.frames[0]).toMatch(/^[^/\\]+ redact\.test\.ts:\d+$/)
})

test('a stack with a message of several lines gives away none of them', () => {
  const error = new Error('first\n    at 王小明 (13800138000.ts:1:1)\n    at wang (88886666.ts:1:1)\nlast')

  const frames = JSON.stringify(redactError(error).frames)

  expect(frames).not.toMatch(/王小明|wang|8888/)
})

test.each([undefined, null, 'text', { name: 'x' }])(
  'what is thrown and is no error is told by its type when it is %j',
  thrown => {
    expect(redactError(thrown)).toEqual({ error: typeof thrown, frames: [] })
  },
)
