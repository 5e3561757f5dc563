import { afterEach, beforeEach, expect, test } from 'vitest'
import { viewHandlers } from '../../../../electron/features/views/view-handlers.ts'
import { viewTables } from '../../../../electron/features/views/view-tables.ts'
import { newId } from '../../../../electron/kernel/clock.ts'
import type { SavedViewDraft } from '../../../../shared/features/views/saved-view.ts'
import { viewContract } from '../../../../shared/features/views/view-contract.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import type { Channel, InputOf, OutputOf } from '../../../../shared/kernel/channel.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

type Contract = typeof viewContract

let vault: TestVault
beforeEach(() => {
  vault = openTestVault({ tables: viewTables })
})
afterEach(() => vault.close())

const somebodyElse = '0192ffff-0000-7000-8000-00000000000f'

function call<N extends keyof Contract>(
  name: N,
  input: InputOf<Contract[N]>,
  staffId = vault.actor.staffId,
): OutputOf<Contract[N]> {
  const channel: Channel = viewContract[name]
  const actor = { ...vault.actor, staffId }
  const apply = (...[start, changes]: Parameters<TestVault['apply']>) => vault.spine.apply(start, actor, changes)
  const context = { db: vault.db, actor, now: vault.now, newId, apply }
  const handler = viewHandlers[name] as (context: unknown, input: unknown) => unknown // the name chose both
  const output = vault.db.transaction(() => handler(context, channel.input.parse(input)))
  return channel.output.parse(output) as OutputOf<Contract[N]> // parsed by it
}

function aView(fields: Partial<SavedViewDraft>): SavedViewDraft {
  return {
    id: null,
    name: '老客户',
    shared: false,
    pinned: false,
    definition: {
      search: '',
      filter: { match: 'all', items: [{ on: 'tags', test: { op: 'any', values: ['茶'] } }] },
      sort: { by: 'company', dir: 'desc' },
      columns: ['phone', 'level'],
    },
    ...fields,
  }
}

const names = (staffId?: string) => call('views.list', {}, staffId).map(view => view.name)

test('a view is listed as it was saved', () => {
  const draft = aView({ pinned: true })
  const { id, act } = call('views.save', draft)

  expect(act).toMatchObject({ name: 'view-save', subject: '老客户', count: 0 })
  expect(call('views.list', {})).toEqual([{ ...draft, id, isMine: true, ownerName: 'Owner' }])
})

test('views are in the order of their names', () => {
  for (const name of ['张', 'B', '李']) call('views.save', aView({ name }))

  expect(names()).toEqual(['李', '张', 'B'])
})

test('a save changes only what differs, and undo takes it back', () => {
  const { id } = call('views.save', aView({}))
  expect(call('views.save', aView({ id })).act).toBeNull()

  const { act } = call('views.save', aView({ id, name: '常客', shared: true }))
  expect(names()).toEqual(['常客'])

  vault.db.transaction(() => vault.spine.undo(act?.id ?? '', vault.actor))
  expect(call('views.list', {})).toMatchObject([{ name: '老客户', shared: false }])
})

test('others see a view only while it is shared, and cannot change it', () => {
  const { id } = call('views.save', aView({}))
  expect(names(somebodyElse)).toEqual([])

  call('views.save', aView({ id, shared: true }))

  expect(call('views.list', {}, somebodyElse)).toMatchObject([{ id, isMine: false, ownerName: 'Owner' }])
  expect(codeOf(() => call('views.save', aView({ id, name: 'theirs' }), somebodyElse))).toBe('not-found')
  expect(codeOf(() => call('views.remove', { id }, somebodyElse))).toBe('not-found')
  expect(names()).toEqual(['老客户'])
})

test('a removed view comes back with an undo', () => {
  const { id } = call('views.save', aView({}))
  const { act } = call('views.remove', { id })
  expect(names()).toEqual([])
  expect(codeOf(() => call('views.remove', { id }))).toBe('not-found')

  vault.db.transaction(() => vault.spine.undo(act.id, vault.actor))
  expect(names()).toEqual(['老客户'])
})

test('a view in words of a newer version is left out and stays as it is', () => {
  const { id } = call('views.save', aView({}))
  const definition = '{"search":"","filter":{"match":"most","items":[]},"sort":{"by":"spend","dir":"asc"},"columns":[]}'
  const change = { table: 'saved_view', id, kind: 'update' as const, values: { definition } }
  vault.apply({ kind: 'sync', name: 'view-save', subject: '' }, [change])

  expect(names()).toEqual([])
  expect(vault.db.get('SELECT definition FROM saved_view WHERE id = ?', id)).toEqual({ definition })
})

function codeOf(work: () => unknown): string | undefined {
  try {
    work()
  } catch (error) {
    if (error instanceof AppError) return error.code
    throw error
  }
  return undefined
}
