import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { Worker } from 'node:worker_threads'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { composeMain, type MainParts, type MainProgram } from '../../electron/compose-main.ts'
import type { SenderFacts } from '../../electron/kernel/ipc/sender-trust.ts'
import { createLog } from '../../electron/kernel/log/log.ts'
import { contract, mainContract } from '../../shared/contract.ts'
import type { VaultState } from '../../shared/features/vault/vault.ts'
import type { Result } from '../../shared/kernel/result.ts'
import { aDesktop } from '../helpers/fake-desktop.ts'

const ours: SenderFacts = { contentsId: 1, frame: { origin: 'app://crm', isMainFrame: true } }
const password = 'correct-horse-掌柜-battery'

let userData = ''
let programs: MainProgram[] = []
beforeEach(() => {
  userData = mkdtempSync(join(tmpdir(), 'zhanggui-main-'))
})
afterEach(async () => {
  await Promise.all(programs.map(program => program.shutDown()))
  programs = []
  rmSync(userData, { recursive: true })
})

function boot(changes: Partial<MainParts> = {}) {
  const heard: unknown[][] = []
  const dropped: string[] = []
  const shown: string[] = []
  const program = composeMain({
    userData,
    origin: 'app://crm',
    systemLanguages: ['en'],
    desktop: aDesktop(),
    windows: () => [{ id: 1, isDestroyed: () => false, send: (_channel, ...event) => void heard.push(event) }],
    windowInFront: () => 1,
    openContactWindow: id => void shown.push(id),
    showMainWindow: () => 1,
    spawnVaultWorker: () =>
      new Worker(resolve(import.meta.dirname, '../../electron/vault-worker.ts'), { workerData: { programFolder: userData } }),
    log: createLog({ folder: join(userData, 'logs'), now: () => new Date() }),
    now: () => new Date(),
    monotonicMs: () => performance.now(),
    dropContent: reason => void dropped.push(reason),
    onAppearance: () => undefined,
    ...changes,
  })
  programs.push(program)
  return { program, heard, dropped, shown, call: (name: string, input: unknown = {}) => program.answer(ours, name, input) }
}

/** Made once: copying a vault is quicker than making one. */
let template: string | undefined
afterAll(() => {
  if (template !== undefined) rmSync(template, { recursive: true })
})

type Call = (name: string, input?: unknown) => Promise<Result<unknown>>

async function createVault(call: Call): Promise<Result<unknown>> {
  const prepared = await call('vault.prepare')
  // the contract's answer of vault.prepare
  const { recoveryCode } = (prepared as { value: { recoveryCode: string } }).value
  const groups = recoveryCode.split('-')
  return await call('vault.create', {
    shopName: 'Tea shop',
    ownerName: 'Owner',
    password,
    confirm: { first: 3, firstText: groups[2] ?? '', second: 7, secondText: groups[6] ?? '' },
  })
}

async function staffId(call: Call): Promise<string> {
  const state = await call('vault.state')
  // a locked vault offers its staff
  const { staff } = (state as { value: VaultState & { state: 'locked' } }).value
  return staff[0]?.id ?? ''
}

/** Puts a vault into the usual folder and unlocks it. */
async function unlockVault(call: Call): Promise<void> {
  template ??= await makeTemplate()
  cpSync(template, join(userData, 'vault'), { recursive: true })
  await call('vault.unlock', { staffId: await staffId(call), password })
}

async function makeTemplate(): Promise<string> {
  const maker = boot()
  await createVault(maker.call)
  await maker.program.shutDown()
  const folder = mkdtempSync(join(tmpdir(), 'zhanggui-main-template-'))
  cpSync(join(userData, 'vault'), folder, { recursive: true })
  rmSync(join(userData, 'vault'), { recursive: true })
  rmSync(join(userData, 'vault-place.json'))
  return folder
}

test('a vault is made, used, locked, refused to a wrong password and opened again by the right one', async () => {
  const { call, dropped } = boot()
  expect(await call('vault.state')).toEqual({ ok: true, value: { state: 'none' } })
  expect(await createVault(call)).toMatchObject({ ok: true, value: { state: 'unlocked', shopName: 'Tea shop' } })
  expect(await call('drafts.save', { key: 'contact:new', text: '茶' })).toMatchObject({ ok: true })

  expect(await call('vault.lock')).toMatchObject({ ok: true, value: { state: 'locked', reason: 'manual' } })
  expect(dropped).toEqual(['manual'])
  expect(await call('drafts.load', { key: 'contact:new' })).toEqual({ ok: false, failure: { code: 'locked' } })
  const id = await staffId(call)
  expect(await call('vault.unlock', { staffId: id, password: 'wrong' })).toMatchObject({
    ok: false,
    failure: { code: 'wrong-password' },
  })
  expect(await call('vault.unlock', { staffId: id, password })).toMatchObject({ ok: true, value: { state: 'unlocked' } })
  expect(await call('drafts.load', { key: 'contact:new' })).toEqual({ ok: true, value: { text: '茶' } })
})

test('nothing is written before the two groups of the recovery code were typed right', async () => {
  const { call } = boot()
  await call('vault.prepare')
  const confirm = { first: 1, firstText: 'ZZZZ', second: 2, secondText: 'ZZZZ' }

  expect(await call('vault.create', { shopName: 'a', ownerName: 'b', password, confirm })).toEqual({
    ok: false,
    failure: { code: 'wrong-recovery-code', field: 'confirm.firstText' },
  })
  expect(existsSync(join(userData, 'vault'))).toBe(false)
})

test('every window hears each state of opening and locking', async () => {
  const { call, heard } = boot()
  await unlockVault(call)
  await call('vault.lock')
  const states = heard.filter(([name]) => name === 'vault.changed').map(([, state]) => state as VaultState)

  expect(states.map(({ state }) => state)).toEqual(['opening', 'unlocked', 'locked'])
})

test('a vault whose folder is gone is missing, not a first run', async () => {
  const first = boot()
  await unlockVault(first.call)
  await first.program.shutDown()
  rmSync(join(userData, 'vault'), { recursive: true })

  expect(await boot().call('vault.state')).toEqual({
    ok: true,
    value: { state: 'missing', shopName: 'Tea shop', what: 'folder' },
  })
})

test('a vault that was moved is found where the person points', async () => {
  const moved = join(userData, 'vault')
  const first = boot()
  await unlockVault(first.call)
  await first.program.shutDown()
  writeFileSync(join(userData, 'vault-place.json'), JSON.stringify({ folder: join(userData, 'gone'), shopName: 'Tea shop' }))
  const elsewhere = boot({ desktop: aDesktop({ chooseVaultFolder: () => Promise.resolve(userData) }) })
  const here = boot({ desktop: aDesktop({ chooseVaultFolder: () => Promise.resolve(moved) }) })

  expect(await elsewhere.call('vault.locate')).toEqual({ ok: false, failure: { code: 'vault-missing' } })
  expect(await here.call('vault.locate')).toMatchObject({ ok: true, value: { state: 'locked', shopName: 'Tea shop' } })
})

test('the idle time locks', async () => {
  let passed = 0
  const { call, program, dropped } = boot({ monotonicMs: () => passed })
  await unlockVault(call)
  passed = 11 * 60_000
  program.checkIdle()

  expect(await call('vault.state')).toMatchObject({ value: { state: 'locked', reason: 'idle' } })
  expect(dropped).toEqual(['idle'])
})

test('a worker that dies locks the vault and every call is answered', async () => {
  const script = resolve(import.meta.dirname, '../helpers/scripted-vault-worker.ts')
  const { call, dropped } = boot({ spawnVaultWorker: () => new Worker(script) })
  await createVault(call)
  const answers = await Promise.all([call('drafts.load', { key: 'slow' }), call('drafts.load', { key: 'die' })])

  expect(answers).toEqual(Array.from({ length: 2 }, () => ({ ok: false, failure: { code: 'vault-stopped' } })))
  expect(await call('drafts.load', { key: 'slow' })).toEqual({ ok: false, failure: { code: 'locked' } })
  expect(dropped).toEqual(['crash'])
})

test('a menu command changes the zoom or is told to the page', async () => {
  const { call, program, heard } = boot()
  program.runCommand('zoom-in')
  program.runCommand('find')

  expect(await call('app.preferences')).toMatchObject({ value: { zoom: 110 } })
  expect(heard.map(([name]) => name)).toEqual(['app.preferencesChanged', 'app.command'])
})

test('a menu command is told to the window in front alone, and the menu offers what that window can do', async () => {
  const heard: string[] = []
  let inFront = 1
  const link = (id: number) => ({
    id,
    isDestroyed: () => false,
    send: (_channel: string, name: string) => void (name === 'app.command' && heard.push(`${name} ${id}`)),
  })
  const { program } = boot({ windows: () => [link(1), link(2)], windowInFront: () => inFront })
  const second: SenderFacts = { ...ours, contentsId: 2 }
  await program.answer(ours, 'app.setCommands', { enabled: ['import'], undoLabel: '', redoLabel: '' })
  await program.answer(second, 'app.setCommands', { enabled: ['save'], undoLabel: '', redoLabel: '' })

  const atFirst = program.offered().enabled
  inFront = 2
  program.runCommand('save')

  expect(atFirst).toEqual(['import'])
  expect(program.offered().enabled).toEqual(['save'])
  expect(heard).toEqual(['app.command 2'])
})

test("a customer's window opens, and the main window is sent to a page, only while the vault is open", async () => {
  const { call, shown, heard } = boot()
  const id = '0198f3c2-0000-7000-8000-000000000001'
  expect(await call('app.openContactWindow', { id })).toEqual({ ok: false, failure: { code: 'locked' } })
  await unlockVault(call)
  await call('app.openContactWindow', { id })
  await call('app.showInMainWindow', { path: '/customers?view=mine' })

  expect(await call('app.showInMainWindow', { path: '//elsewhere.example/' })).toMatchObject({
    failure: { code: 'invalid-input' },
  })
  expect(shown).toEqual([id])
  expect(heard.at(-1)).toEqual(['app.showPage', { path: '/customers?view=mine' }])
})

test('a zoom by the menu that cannot be kept is logged, and the program goes on', async () => {
  const { call, program } = boot()
  mkdirSync(join(userData, 'preferences.json.new'))

  program.runCommand('zoom-in')
  rmdirSync(join(userData, 'preferences.json.new'))

  expect(await call('app.preferences')).toMatchObject({ value: { zoom: 100 } })
  expect(readFileSync(join(userData, 'logs', 'zhanggui-log.txt'), 'utf8')).toContain('"event":"bug"')
})

const strange: readonly unknown[] = [
  undefined,
  null,
  0,
  Number.NaN,
  1n,
  '',
  'x'.repeat(1_000_000),
  [],
  [{}],
  { surprise: 1 },
  JSON.parse('{"__proto__":{"admin":true}}'),
  { constructor: { prototype: {} } },
  new Uint8Array(8),
  new Map([['a', 1]]),
  new Date(0),
  "'; DROP TABLE contact; --",
  { html: '<img src=x onerror=alert(1)>' },
  { id: '=cmd|calc' },
  Array.from({ length: 1000 }).reduce<unknown>(inner => ({ inner }), {}),
]

test('every channel answers every strange input, while locked, with a failure that the contract knows', async () => {
  const { program } = boot()
  for (const [name, channel] of Object.entries(contract)) {
    for (const input of strange) {
      const parsed = channel.input.safeParse(input)
      // an object without keys of its own, whatever its class, reaches a handler as an empty one
      if (parsed.success) expect([name, parsed.data]).toEqual([name, {}])
      else expect([name, codeOf(await program.answer(ours, name, input))]).toEqual([name, refusal(name)])
    }
  }
})

function codeOf(answer: Result<unknown>): string {
  return answer.ok ? 'ok' : answer.failure.code
}

function refusal(name: string): string {
  return Object.hasOwn(mainContract, name) ? 'invalid-input' : 'locked'
}

test('no channel answers a sender that is not trusted', async () => {
  const { program } = boot()
  const senders: SenderFacts[] = [
    { contentsId: 2, frame: { origin: 'app://crm', isMainFrame: true } },
    { contentsId: 1, frame: { origin: 'app://crm', isMainFrame: false } },
    { contentsId: 1, frame: { origin: 'https://example.com', isMainFrame: true } },
    { contentsId: 1, frame: null },
  ]
  for (const sender of senders) {
    for (const name of Object.keys(contract)) {
      expect(await program.answer(sender, name, {})).toEqual({ ok: false, failure: { code: 'untrusted-sender' } })
    }
  }
})

test('neither passwords nor names reach the log', async () => {
  const { call } = boot()
  await unlockVault(call)
  await call('vault.lock')
  await call('vault.unlock', { staffId: await staffId(call), password: 'wrong' })
  const log = readFileSync(join(userData, 'logs', 'zhanggui-log.txt'), 'utf8')

  expect(log).toContain('vault-locked')
  expect(log).not.toMatch(/Tea shop|Owner|correct-horse|wrong/)
})
