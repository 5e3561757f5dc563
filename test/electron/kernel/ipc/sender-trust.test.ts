import { expect, test } from 'vitest'
import { isTrustedSender, type SenderFacts } from '../../../../electron/kernel/ipc/sender-trust.ts'

const own = new Set([7])
const trusted: SenderFacts = { contentsId: 7, frame: { origin: 'app://crm', isMainFrame: true } }

test('the main frame of our own window on our origin is trusted', () => {
  expect(isTrustedSender(trusted, own, 'app://crm')).toBe(true)
})

test.each<[string, SenderFacts]>([
  ['its frame is gone', { contentsId: 7, frame: null }],
  ['it is a frame inside the page', { contentsId: 7, frame: { origin: 'app://crm', isMainFrame: false } }],
  ['its origin is opaque', { contentsId: 7, frame: { origin: 'null', isMainFrame: true } }],
  ['its origin begins like ours', { contentsId: 7, frame: { origin: 'app://crm.evil', isMainFrame: true } }],
  ['its origin is a file', { contentsId: 7, frame: { origin: 'file://', isMainFrame: true } }],
  ['its content is none of ours', { contentsId: 8, frame: { origin: 'app://crm', isMainFrame: true } }],
])('a sender is refused when %s', (_why, sender) => {
  expect(isTrustedSender(sender, own, 'app://crm')).toBe(false)
})
