import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createEntryVault, readEntryVault } from './power-loss/entry-vault.ts'
import { seededRandom } from './power-loss/seeded-random.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/** T1 (security design, section 3): a writer is killed again and again; whatever it had acknowledged is there. */
const cycles = tortureScale({ short: 50, long: 1000 })
let folder = ''

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kill-nine-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true, force: true })
})

test('no acknowledged commit is lost and nothing is damaged when the writer is killed at any moment', async () => {
  await killAgainAndAgain('T1 kill -9', 'here')
})

test('nor when it is killed while the checkpoint thread copies the log', async () => {
  await killAgainAndAgain('T1 kill -9, checkpoint thread', 'thread')
})

async function killAgainAndAgain(title: string, copies: 'here' | 'thread'): Promise<void> {
  const keyHex = createEntryVault(folder)
  const random = seededRandom(1)
  let lost = 0
  let damaged = 0
  let killedAtWork = 0
  for (let cycle = 0; cycle < cycles; cycle += 1) {
    const before = ackedIn(folder)
    await killedWriter(keyHex, copies, Math.floor(random() * 120))
    const acked = ackedIn(folder)
    if (acked > before) killedAtWork += 1
    const state = readEntryVault(folder, keyHex)
    if (!state.opened || !state.intact) damaged += 1
    else if (state.last < acked || state.count !== state.last) lost += 1
  }

  printFigures(title, { cycles, 'with commits': killedAtWork, commits: ackedIn(folder), lost, damaged })
  expect({ lost, damaged }).toEqual({ lost: 0, damaged: 0 })
  expect(killedAtWork).toBeGreaterThan(cycles / 3)
}

/** The highest sequence number whose acknowledgement reached the file. */
function ackedIn(place: string): number {
  try {
    const bytes = readFileSync(join(place, 'acks'))
    const whole = Math.floor(bytes.length / 8)
    return whole === 0 ? 0 : bytes.readDoubleLE((whole - 1) * 8)
  } catch {
    return 0
  }
}

/** Starts the writer and kills it `delay` ms after its first acknowledgement (or while it starts, when it is slow). */
function killedWriter(keyHex: string, copies: 'here' | 'thread', delay: number): Promise<void> {
  return new Promise((resolve, reject) => {
    const script = join(import.meta.dirname, 'power-loss/committing-writer.ts')
    const child = spawn(process.execPath, [script, folder, keyHex, 'FULL', '0', copies], { stdio: ['ignore', 'pipe', 'pipe'] })
    let complaint = ''
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk.toString('utf8')
    })
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay))
    child.once('exit', (_, signal) => {
      if (signal === 'SIGKILL') resolve()
      else reject(new Error(`the writer ended by itself: ${complaint}`))
    })
  })
}
