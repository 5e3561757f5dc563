import { beforeAll, beforeEach, expect, test } from 'vitest'
import {
  clearFilters,
  queryContacts,
  sortByColumn,
  useContactList,
} from '../../../../../renderer/features/contacts/contact-list-store.ts'
import { isViewEdited, useListView } from '../../../../../renderer/features/contacts/list/list-view-store.ts'
import {
  changeView,
  chooseColumns,
  followViews,
  loadViews,
  openView,
  removeView,
  resetColumns,
  restoreColumns,
  revertView,
  saveView,
} from '../../../../../renderer/features/contacts/list/list-views.ts'
import { call } from '../../../../../renderer/kernel/client.ts'
import { startI18n } from '../../../../../renderer/kernel/i18n.ts'
import { shownValue } from '../../../../../renderer/kernel/loadable.ts'
import { noteLock } from '../../../../../renderer/kernel/lock-counter.ts'
import { useNotices } from '../../../../../renderer/kernel/notice-store.ts'
import { useUndoOffer } from '../../../../../renderer/kernel/undo-offer.ts'
import { type FilterRule } from '../../../../../shared/features/contacts/contact-filter.ts'
import { systemViewKeys } from '../../../../../shared/features/views/saved-view.ts'
import { sampleId } from '../../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../../helpers/window-crm.ts'

const noPhone: FilterRule = { on: 'text', field: 'phone', test: { op: 'empty' } }
const draft = { id: null, name: 'To call', shared: false, pinned: true }

beforeAll(() => {
  Object.assign(globalThis, { document: { getElementById: () => null, documentElement: {} } })
  startI18n({ locale: 'en' })
})

beforeEach(() => {
  noteLock()
  installFakeCrm({ customers: 120 })
})

const total = () => useContactList.getState().window.total
const question = () => useContactList.getState().query
const isEdited = () => isViewEdited(useListView.getState())

test.each(systemViewKeys)('the view %s that every shop has opens', async key => {
  await openView(key)

  expect(useListView.getState().key).toBe(key)
  expect(useContactList.getState().failure).toBeNull()
  expect(isEdited()).toBe(false)
})

test('a search is ordered by relevance until somebody chooses an order', async () => {
  await queryContacts({ search: '王' })
  expect(question().sort).toEqual({ by: 'relevance', dir: 'desc' })

  await sortByColumn('name')
  expect(question().sort).toEqual({ by: 'name', dir: 'asc' })
  await sortByColumn('name')
  expect(question().sort).toEqual({ by: 'name', dir: 'desc' })

  await queryContacts({ search: '' })
  expect(question().sort).toEqual({ by: 'name', dir: 'desc' })
})

test('the order of everybody comes back when a search is emptied', async () => {
  await queryContacts({ search: '王' })
  await queryContacts({ search: '' })

  expect(question().sort).toEqual({ by: 'activity', dir: 'desc' })
})

test('what is on screen is kept as a view, found again, and put back to it after changes', async () => {
  await queryContacts({ filter: { match: 'all', items: [noPhone] } })
  const found = total()
  const id = await saveView(draft)
  if (id === null) throw new Error('the view is saved')

  expect(useUndoOffer.getState().offer?.text).toBe('View “To call” saved')
  expect(isEdited()).toBe(false)

  await openView('all')
  expect(total()).toBe(120)
  await openView(id)
  expect(total()).toBe(found)

  await clearFilters()
  expect(isEdited()).toBe(true)
  await revertView()
  expect(isEdited()).toBe(false)
  expect(total()).toBe(found)
})

test('a saved view is edited by its columns and its order, one that every shop has is not', async () => {
  await chooseColumns(['phone', 'level'])
  await sortByColumn('name')
  expect(isEdited()).toBe(false)

  await saveView(draft)
  await chooseColumns(['phone'])
  expect(isEdited()).toBe(true)
})

test('an undone save takes the view away and leaves what is on screen', async () => {
  await queryContacts({ filter: { match: 'all', items: [noPhone] } })
  await saveView(draft)
  const { offer } = useUndoOffer.getState()
  await call('acts.undo', { actId: offer?.act.id ?? '' })
  await followViews()

  expect(useListView.getState().key).toBe('all')
  expect(isEdited()).toBe(true)
  expect(question().filter).not.toBeNull()
})

test('a view gets another name, and goes; the list then shows everybody', async () => {
  const id = await saveView(draft)
  const view = () => shownValue(useListView.getState().views)?.find(one => one.id === id)
  const before = view()
  if (before === undefined) throw new Error('the view is listed')
  await changeView(before, { name: 'Calls', pinned: false })

  expect(view()).toMatchObject({ name: 'Calls', pinned: false, definition: before.definition })

  await removeView(before)
  expect(view()).toBeUndefined()
  expect(useListView.getState().key).toBe('all')
})

test('a view that is gone gives way to everybody and says so', async () => {
  await loadViews()
  await openView(sampleId(123_456))

  expect(useListView.getState().key).toBe('all')
  expect(useNotices.getState().notices.at(-1)?.text).toContain('This view is gone')
})

test('columns chosen for everybody are there again after a lock, until they are reset', async () => {
  await chooseColumns(['level', 'phone'])
  noteLock()
  await restoreColumns()
  expect(useListView.getState().now.columns).toEqual(['level', 'phone'])

  await resetColumns()
  noteLock()
  await restoreColumns()
  expect(useListView.getState().now.columns).toEqual(useListView.getState().base.columns)
})

test('own fields among the columns are asked for with the rows', async () => {
  installFakeCrm({ customers: 20, ownFields: true })
  const fields = await call('fields.list', {})
  const id = fields.ok ? (fields.value[0]?.id ?? '') : ''
  await chooseColumns(['phone', id])

  expect(question().customFields).toEqual([id])
})
