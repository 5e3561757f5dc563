import fc from 'fast-check'
import { expect, test } from 'vitest'
import { compareStamps, createHybridClock, stampHex, stampMs } from '../../../../electron/kernel/changes/hybrid-clock.ts'
import { change, editAct, idOf, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openTestVault } from '../../../helpers/test-vault.ts'

const node = Buffer.from('0102030405060708', 'hex')
const year = 365 * 24 * 3_600_000
const today = Date.UTC(2026, 10, 20)

test('a stamp is 6 bytes of milliseconds, 2 of counter and the node', () => {
  const clock = createHybridClock(node, null)

  expect(stampHex(clock.tick(today))).toBe(`${today.toString(16).padStart(12, '0')}0000${node.toString('hex')}`)
  expect(stampHex(clock.tick(today))).toBe(`${today.toString(16).padStart(12, '0')}0001${node.toString('hex')}`)
})

test('stamps rise whatever the wall clock says', () => {
  const wall = fc.integer({ min: -year, max: today + 30 * year })
  fc.assert(
    fc.property(fc.array(wall, { minLength: 2, maxLength: 50 }), walls => {
      const clock = createHybridClock(node, null)
      const stamps = walls.map(ms => clock.tick(ms))

      expect(stamps.every((stamp, index) => index === 0 || compareStamps(stamps[index - 1] ?? stamp, stamp) < 0)).toBe(true)
    }),
  )
})

test('the counter runs over into the milliseconds when there are more than 65,536 stamps in one of them', () => {
  const clock = createHybridClock(node, null)
  let last = clock.tick(today)
  for (let n = 0; n < 0x1_00_00; n += 1) {
    const next = clock.tick(today)
    expect(compareStamps(last, next)).toBeLessThan(0)
    last = next
  }

  expect(stampMs(last)).toBe(today + 1)
})

test('a stamp of another computer is passed when it was observed', () => {
  const other = createHybridClock(Buffer.alloc(8, 255), null).tick(today + year)
  const clock = createHybridClock(node, null)

  clock.observe(other)

  expect(compareStamps(other, clock.tick(today))).toBeLessThan(0)
})

test.each([
  ['ten years back', -10 * year],
  ['ten years ahead', 10 * year],
])('saving goes on, in order and with the true wall time, when the clock jumps %s', (_name, jump) => {
  const vault = openTestVault(shop)
  vault.apply(editAct, [insertPerson(idOf(1))])

  vault.wall = new Date(vault.wall.getTime() + jump)
  vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'during' })])
  vault.reopen()
  vault.wall = new Date(vault.wall.getTime() - jump)
  const act = vault.apply(editAct, [change('person', idOf(1), 'update', { name: 'after' })])

  const log = vault.db.all<{ vals: string; wall: number }>(
    'SELECT vals, wall FROM change_log WHERE row_id = ? ORDER BY ts',
    idOf(1),
  )
  expect(log.slice(1)).toEqual([
    { vals: '{"name":"during"}', wall: vault.wall.getTime() + jump },
    { vals: '{"name":"after"}', wall: vault.wall.getTime() },
  ])
  expect(vault.db.transaction(() => vault.spine.undo(act.id, vault.actor)).leftCount).toBe(0)
  expect(vault.db.get('SELECT name FROM person')).toEqual({ name: 'during' })
  vault.close()
})
