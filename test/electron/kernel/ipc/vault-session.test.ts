import { afterEach, beforeEach, expect, test } from 'vitest'
import { z } from 'zod'
import type { CommandContext } from '../../../../electron/kernel/ipc/handlers.ts'
import { createVaultSession } from '../../../../electron/kernel/ipc/vault-session.ts'
import { command } from '../../../../shared/kernel/channel.ts'
import { editAct, idOf, insertPerson, livingRows, shop } from '../../../helpers/shop-tables.ts'
import { startTestJobs } from '../../../helpers/test-jobs.ts'
import { openTestVault, type TestVault } from '../../../helpers/test-vault.ts'

let vault: TestVault
beforeEach(() => {
  vault = openTestVault(shop)
})
afterEach(() => vault.close())

/** A session with one command that writes a person and gives that answer. */
function sessionAnswering(answer: unknown, output: z.ZodType = z.strictObject({ n: z.int() })) {
  const committed: unknown[] = []
  const session = createVaultSession({
    channels: { 'people.add': command('vault.use', z.strictObject({}), output) },
    handlers: {
      'people.add': ({ apply }: CommandContext) => {
        apply(editAct, [insertPerson(idOf(1))])
        return answer
      },
    },
    db: vault.db,
    spine: vault.spine,
    jobs: startTestJobs(vault).jobs,
    actor: vault.actor,
    now: vault.now,
    newId: () => idOf(900),
    filePath: () => '',
    logBug: () => 'reference',
    afterCommit: () => committed.push(vault.spine.takeWritten()),
    onDiskFull: () => undefined,
  })
  return { session, committed }
}

test('a command is committed and told when its answer keeps the contract', async () => {
  const { session, committed } = sessionAnswering({ n: 1 })

  expect(await session.call('people.add', {})).toEqual({ ok: true, value: { n: 1 } })
  expect(committed).toEqual([{ tables: ['person'], contactIds: [idOf(1)] }])
})

test.each([{ n: 'one' }, undefined, Promise.resolve({ n: 1 })])('nothing is written when the answer is %o', async answer => {
  const before = livingRows(vault.db)
  const { session, committed } = sessionAnswering(answer)

  expect(await session.call('people.add', {})).toEqual({ ok: false, failure: { code: 'internal', reference: 'reference' } })
  expect(livingRows(vault.db)).toEqual(before)
  expect(committed).toEqual([])
  expect(vault.spine.takeWritten()).toBeNull()
})

test('an answer is looked at once, before the commit', async () => {
  const looks: boolean[] = []
  const output = z.strictObject({ n: z.int() }).refine(() => looks.push(vault.db.inTransaction) > 0)
  const { session } = sessionAnswering({ n: 1 }, output)

  expect(await session.call('people.add', {})).toEqual({ ok: true, value: { n: 1 } })
  expect(looks).toEqual([true])
})
