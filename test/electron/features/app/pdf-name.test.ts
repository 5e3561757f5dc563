import { expect, test } from 'vitest'
import { toPdfName } from '../../../../electron/features/app/pdf-name.ts'

test.each([
  ['恢复码', '恢复码.pdf'],
  ['report.pdf', 'report.pdf'],
  ['report.PDF', 'report.pdf'],
  ['../../etc/passwd', '-..-etc-passwd.pdf'],
  ['a\\b:c*d?e"f<g>h|i', 'a-b-c-d-e-f-g-h-i.pdf'],
  ['line\nbreak\u0000', 'line-break-.pdf'],
  ['  .hidden. ', 'hidden.pdf'],
  ['', 'zhanggui.pdf'],
  ['...', 'zhanggui.pdf'],
  ['店铺 𠮷', '店铺 𠮷.pdf'],
])('%j becomes %j', (name, safe) => {
  expect(toPdfName(name)).toBe(safe)
})
