import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import {
  mostPinnedViews,
  pinnedOf,
  usePinnedViews,
  watchPinnedViews,
} from '../../../../renderer/features/shell/pinned-views-store.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import type { SavedView } from '../../../../shared/features/views/saved-view.ts'
import { createFakeCrm } from '../../../helpers/fake-crm.ts'

beforeEach(() => void vi.stubGlobal('window', { crm: createFakeCrm() }))
afterEach(() => vi.unstubAllGlobals())

const definition = { search: '', filter: null, sort: { by: 'name', dir: 'asc' }, columns: [] } as const

function view(n: number, change: Partial<SavedView> = {}): SavedView {
  const id = `0198f3c2-0000-7000-8000-${String(n).padStart(12, '0')}`
  return {
    id,
    name: `view ${n}`,
    shared: true,
    isMine: true,
    ownerName: '',
    pinned: true,
    definition: { ...definition, columns: [] },
    ...change,
  }
}

test("only pinned views are shown, one's own first, and no more than there is room for", () => {
  const views = [view(1, { isMine: false }), view(2), view(3, { pinned: false }), ...[4, 5, 6, 7].map(n => view(n))]

  expect(pinnedOf(views).map(({ name }) => name)).toEqual(['view 2', 'view 4', 'view 5', 'view 6', 'view 7'])
  expect(pinnedOf(views.slice(0, 3)).map(({ name }) => name)).toEqual(['view 2', 'view 1'])
  expect(pinnedOf(Array.from({ length: 9 }, (_, n) => view(n)))).toHaveLength(mostPinnedViews)
})

test('a view that is pinned, and one that is taken back, is followed; a lock forgets them', async () => {
  const stop = watchPinnedViews()
  const names = () => usePinnedViews.getState().views.map(({ name }) => name)
  await call('views.save', {
    id: null,
    name: 'regulars',
    shared: false,
    pinned: true,
    definition: { ...definition, columns: [] },
  })
  await expect.poll(names).toEqual(['regulars'])
  const [saved] = usePinnedViews.getState().views
  await call('views.remove', { id: saved?.id ?? '' })
  await expect.poll(names).toEqual([])
  await call('views.save', { id: null, name: 'again', shared: false, pinned: true, definition: { ...definition, columns: [] } })
  await expect.poll(names).toEqual(['again'])

  noteLock()
  stop()

  expect(names()).toEqual([])
})
