import { expect, test } from 'vitest'
import { isOpenable, openLink } from '../../../../electron/kernel/security/external-links.ts'

test.each(['https://example.com/help', 'mailto:shop@example.com', 'tel:+8613800000000', 'tel:010-88880000'])(
  '%j may be opened',
  address => {
    expect(isOpenable(address)).toBe(true)
  },
)

test.each([
  '',
  'example.com',
  'http://example.com/',
  'https://user@example.com/',
  'https://localhost/',
  'https://example.com\\@evil.example/',
  'file:///C:/Windows/System32/cmd.exe',
  'smb://server/share',
  '\\\\server\\share',
  'ms-msdt:/id',
  'ms-settings:privacy',
  'search-ms:query=x',
  'javascript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'app://crm/index.html',
  'mailto:shop@example.com?attach=/etc/passwd',
  'mailto:',
  'tel:*#06#',
  'https://example.com/\u0000',
  'https://example.com/\r\nx',
])('%j may not be opened', address => {
  expect(isOpenable(address)).toBe(false)
})

async function open(
  id: string,
  links: Record<string, string>,
  isConfirmed: boolean,
): Promise<{ opened: string[]; answer: boolean }> {
  const opened: string[] = []
  const answer = await openLink(links, id, {
    confirm: () => Promise.resolve(isConfirmed),
    open: address => {
      opened.push(address)
      return Promise.resolve()
    },
  })
  return { opened, answer }
}

test('openLink opens a known place when it is confirmed, and nothing else', async () => {
  const links = { help: 'https://example.com/help', bad: 'file:///etc/passwd' }

  expect(await open('help', links, true)).toEqual({ opened: ['https://example.com/help'], answer: true })
  expect(await open('help', links, false)).toEqual({ opened: [], answer: false })
  expect(await open('bad', links, true)).toEqual({ opened: [], answer: false })
  expect(await open('toString', links, true)).toEqual({ opened: [], answer: false })
  expect(await open('https://example.com/help', links, true)).toEqual({ opened: [], answer: false })
})
