import { resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterEach, expect, test } from 'vitest'
import { createVaultHost, type VaultHost } from '../../../../electron/kernel/host/vault-host.ts'
import type { Failure } from '../../../../shared/kernel/result.ts'

const script = resolve(import.meta.dirname, '../../../helpers/scripted-vault-worker.ts')
const right = { folder: '/nowhere', staffId: 'x', password: 'right' }

interface Watched {
  readonly host: VaultHost
  readonly workers: Worker[]
  readonly events: unknown[][]
  readonly stops: Failure[]
  readonly bugs: unknown[]
  readonly terminations: number[]
}

const hosts: VaultHost[] = []
afterEach(async () => {
  await Promise.all(hosts.splice(0).map(host => host.close('quit')))
})

function watch(closeTimeoutMs = 10_000): Watched {
  const watched = {
    workers: [] as Worker[],
    events: [] as unknown[][],
    stops: [] as Failure[],
    bugs: [] as unknown[],
    terminations: [] as number[],
  }
  const host = createVaultHost({
    spawn: () => {
      const worker = new Worker(script)
      watched.workers.push(worker)
      return worker
    },
    onEvent: (...event) => watched.events.push(event),
    onStopped: failure => watched.stops.push(failure),
    onBug: error => watched.bugs.push(error),
    onTerminated: () => watched.terminations.push(1),
    closeTimeoutMs,
  })
  hosts.push(host)
  return { ...watched, host }
}

test('a call is answered by the thread when the vault is open', async () => {
  const { host } = watch()
  expect(await host.open(right)).toMatchObject({ ok: true, value: { shopName: 'shop' } })

  expect(await host.call('echo', { name: '茶' })).toEqual({ ok: true, value: { name: '茶' } })
})

test('many calls at once each get their own answer', async () => {
  const { host } = watch()
  await host.open(right)
  const answers = await Promise.all(Array.from({ length: 200 }, (_, n) => host.call('echo', n)))

  expect(answers).toEqual(Array.from({ length: 200 }, (_, n) => ({ ok: true, value: n })))
})

test('a call is answered with locked when no vault was opened', async () => {
  expect(await watch().host.call('echo', 1)).toEqual({ ok: false, failure: { code: 'locked' } })
})

test('a wrong password is answered and the same thread takes the next try', async () => {
  const { host, workers } = watch()

  expect(await host.open({ ...right, password: 'wrong' })).toEqual({ ok: false, failure: { code: 'wrong-password' } })
  expect(await host.open(right)).toMatchObject({ ok: true })
  expect(workers).toHaveLength(1)
})

test('input that cannot be cloned is answered as invalid-input', async () => {
  const { host } = watch()
  await host.open(right)

  expect(await host.call('echo', () => 1)).toEqual({ ok: false, failure: { code: 'invalid-input' } })
})

test('what is under way is answered with locked when the vault is closed, and the thread ends by itself', async () => {
  const { host, workers, terminations, stops } = watch()
  await host.open(right)
  const slow = host.call('slow', null)
  const closed = host.close('manual')

  expect(await slow).toEqual({ ok: false, failure: { code: 'locked' } })
  expect(await host.call('echo', 1)).toEqual({ ok: false, failure: { code: 'locked' } })
  await closed
  expect(workers[0]?.threadId).toBe(-1)
  expect(terminations).toEqual([])
  expect(stops).toEqual([])
})

test('an opening under way is answered with locked when the vault is closed', async () => {
  const { host } = watch()
  const opening = host.open({ ...right, password: 'slow' })
  await Promise.resolve()
  await host.close('suspend')

  expect(await opening).toEqual({ ok: false, failure: { code: 'locked' } })
})

test('everybody is answered with vault-stopped and main is told once when the thread dies', async () => {
  const { host, stops, workers } = watch()
  await host.open(right)
  const answers = await Promise.all([host.call('slow', 1), host.call('slow', 2), host.call('die', 3)])

  expect(answers).toEqual(Array.from({ length: 3 }, () => ({ ok: false, failure: { code: 'vault-stopped' } })))
  expect(stops).toEqual([{ code: 'vault-stopped' }])
  expect(await host.open(right)).toMatchObject({ ok: true })
  expect(workers).toHaveLength(2)
})

test('a bug that ends the thread is reported and everybody is answered', async () => {
  const { host, bugs, stops } = watch()
  await host.open(right)

  expect(await host.call('throw', 1)).toEqual({ ok: false, failure: { code: 'vault-stopped' } })
  expect(bugs).toHaveLength(1)
  expect(stops).toHaveLength(1)
})

test('main is told why when the worker cannot go on', async () => {
  const { host, stops } = watch()
  await host.open(right)
  void host.call('fatal', null)
  await expect.poll(() => stops).toEqual([{ code: 'vault-damaged' }])
})

test('events are passed on and files are granted', async () => {
  const { host, events } = watch()
  await host.open(right)
  host.grantFile('file-1', '/some/file.vcf')
  await host.call('tell', { tables: [] })

  expect(await host.call('files', null)).toEqual({ ok: true, value: [['file-1', '/some/file.vcf']] })
  expect(events).toEqual([['records.changed', { tables: [] }]])
})

test('a thread that hangs is ended by force after the timeout, and the next opening has a new one', async () => {
  const { host, terminations, workers } = watch(300)
  await host.open(right)
  void host.call('stuck', null)
  await host.close('idle')

  expect(terminations).toEqual([1])
  expect(await host.open(right)).toMatchObject({ ok: true })
  expect(workers).toHaveLength(2)
})

test('an opening waits until the files of the vault before it are closed', async () => {
  const { host, workers } = watch()
  await host.open(right)
  void host.close('manual')
  const [first] = workers

  expect(await host.open(right)).toMatchObject({ ok: true })
  expect(first?.threadId).toBe(-1)
})

test('a thread that was started ahead takes the first opening', async () => {
  const { host, workers } = watch()
  host.warm()
  await host.open(right)

  expect(workers).toHaveLength(1)
})
