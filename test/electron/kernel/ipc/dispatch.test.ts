import { expect, test } from 'vitest'
import { z } from 'zod'
import { checkOutput, type DispatchTarget, dispatch } from '../../../../electron/kernel/ipc/dispatch.ts'
import { AppError } from '../../../../shared/kernel/app-error.ts'
import { command, mainQuery, query, task } from '../../../../shared/kernel/channel.ts'

const In = z.strictObject({ name: z.string().max(5) })
const channels = {
  'things.get': query('contacts.view', In, z.strictObject({ name: z.string() })),
  'things.set': command('contacts.edit', In, z.strictObject({ count: z.int() })),
  'things.slow': task('contacts.import', In, z.strictObject({})),
  'open.state': mainQuery('anyone', z.strictObject({}), z.string()),
}

function target(answer: () => unknown, role: 'owner' | null = 'owner'): DispatchTarget & { readonly bugs: string[] } {
  const bugs: string[] = []
  return {
    channels,
    role: () => role,
    run: (_, channel) => checkOutput(channel, answer()),
    logBug: (name, error) => {
      bugs.push(`${name}: ${String(error)}`)
      return 'ref-1'
    },
    bugs,
  }
}

test('dispatch answers the parsed output of a known channel', async () => {
  const result = await dispatch(
    target(() => ({ name: 'tea' })),
    'things.get',
    { name: 'tea' },
  )

  expect(result).toEqual({ ok: true, value: { name: 'tea' } })
})

test.each(['things.none', '__proto__', 'constructor', 'toString', ''])('dispatch answers unknown-channel for %j', async name => {
  const result = await dispatch(
    target(() => 1),
    name,
    {},
  )

  expect(result).toEqual({ ok: false, failure: { code: 'unknown-channel' } })
})

test('dispatch answers locked without running anything, but for channels open to anyone', async () => {
  let ran = 0
  const locked = target(() => String(ran++), null)

  expect(await dispatch(locked, 'things.get', { name: 'a' })).toEqual({ ok: false, failure: { code: 'locked' } })
  expect(ran).toBe(0)
  expect(await dispatch(locked, 'open.state', {})).toEqual({ ok: true, value: '0' })
})

test('dispatch names the field and never the value when input does not fit', async () => {
  const result = await dispatch(
    target(() => 1),
    'things.get',
    { name: 'secret value' },
  )

  expect(result).toEqual({ ok: false, failure: { code: 'invalid-input', field: 'name' } })
})

test('dispatch keeps the code of an expected failure and hides a bug behind a reference', async () => {
  const expected = target(() => {
    throw new AppError('conflict', { params: { n: 2 } })
  })
  const bug = target(() => {
    throw new Error('SELECT secret FROM contact')
  })

  expect(await dispatch(expected, 'things.set', { name: 'a' })).toEqual({
    ok: false,
    failure: { code: 'conflict', params: { n: 2 } },
  })
  expect(await dispatch(bug, 'things.set', { name: 'a' })).toEqual({
    ok: false,
    failure: { code: 'internal', reference: 'ref-1' },
  })
  expect(bug.bugs).toHaveLength(1)
})

test('dispatch treats an answer that does not fit the contract as a bug', async () => {
  const wrong = target(() => ({ count: 'three' }))

  expect(await dispatch(wrong, 'things.set', { name: 'a' })).toMatchObject({ ok: false, failure: { code: 'internal' } })
})

test('dispatch answers a task with its job', async () => {
  const jobId = '01890000-0000-7000-8000-000000000000'

  expect(
    await dispatch(
      target(() => ({ jobId })),
      'things.slow',
      { name: 'a' },
    ),
  ).toEqual({ ok: true, value: { jobId } })
})
