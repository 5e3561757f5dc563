import { afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { isContactWindow, openContactWindow, showInMainWindow } from '../../../renderer/kernel/contact-window.ts'
import { startI18n } from '../../../renderer/kernel/i18n.ts'
import { useNotices } from '../../../renderer/kernel/notice-store.ts'
import { contactWindowPath, paths, viewPath } from '../../../renderer/kernel/paths.ts'
import { PagePath } from '../../../shared/features/app/app-state.ts'
import { ContactId } from '../../../shared/features/contacts/contact.ts'
import { fail, type Result, succeed } from '../../../shared/kernel/result.ts'
import { sampleId } from '../../helpers/fake-shop.ts'

const id = ContactId.parse(sampleId(1))
let asked: unknown[] = []
let answer: Result<unknown> = succeed({})

beforeAll(() => startI18n({ locale: 'en' }))
beforeEach(() => {
  asked = []
  answer = succeed({})
  vi.stubGlobal('document', { getElementById: () => null })
  vi.stubGlobal('window', {
    location: { hash: '' },
    crm: {
      call: (...call: unknown[]) => {
        asked.push(call)
        return Promise.resolve(answer)
      },
    },
  })
  useNotices.setState({ notices: [] })
})
afterEach(() => vi.unstubAllGlobals())

const said = () => useNotices.getState().notices.map(({ tone, text }) => [tone, text])

test('a window that opens says nothing, and one too many says how many there may be', async () => {
  await openContactWindow(id)
  answer = fail({ code: 'too-many', params: { max: 8 } })
  await openContactWindow(id)

  expect(asked[0]).toEqual(['app.openContactWindow', { id }])
  expect(said()).toEqual([['error', '8 customer windows are open. Close one to open another.']])
})

test('what keeps the main window from the front is said', async () => {
  await showInMainWindow(paths.settings)
  answer = fail({ code: 'locked' })
  await showInMainWindow(paths.settings)

  expect(asked[0]).toEqual(['app.showInMainWindow', { path: '/settings' }])
  expect(said()).toHaveLength(1)
})

test.each([
  [`#${contactWindowPath(id)}`, true],
  ['#/customers', false],
  ['', false],
])('a window at %s is about one customer: %s', (hash, expected) => {
  Object.assign(window.location, { hash })

  expect(isContactWindow()).toBe(expected)
})

test.each([
  [paths.customers, true],
  [paths.newCustomer, true],
  [`${paths.settings}/fields`, true],
  [viewPath(id), true],
  [contactWindowPath(id), false],
  ['//elsewhere.example/customers', false],
  ['/customers/../settings', false],
  ['/customers#x', false],
])('%s is a page of the main window: %s', (path, expected) => {
  expect(PagePath.safeParse(path).success).toBe(expected)
})
