import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { imageAfter, type LossPolicy, lossPolicies } from './power-loss/disk-image.ts'
import { type DiskEvent, readDiskLog } from './power-loss/disk-log.ts'
import { createEntryVault, readEntryVault } from './power-loss/entry-vault.ts'
import { seededRandom } from './power-loss/seeded-random.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/**
 * T2 and its control T3 (security design, section 3): a recorder notes every write and sync; images of the disk are
 * built as they may stand after a power cut. `synchronous=FULL` may lose no acknowledged commit; NORMAL must lose
 * some in most images, which proves that the test sees losses.
 */
const imagesPerPolicy = tortureScale({ short: 50, long: 1000 })
const recorderSource = join(import.meta.dirname, 'power-loss/recorder.c')
const canRecord = process.platform === 'linux' && spawnSync('gcc', ['--version']).status === 0

let scratch = ''
let recorder = ''

beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), 'power-loss-'))
  recorder = join(scratch, 'recorder.so')
  if (canRecord) {
    const built = spawnSync('gcc', ['-shared', '-fPIC', '-O1', '-o', recorder, recorderSource, '-ldl', '-lpthread'], {
      encoding: 'utf8',
    })
    expect(built.stderr).toBe('')
  }
})

afterAll(() => {
  rmSync(scratch, { recursive: true, force: true })
})

interface Recording {
  readonly folder: string
  readonly keyHex: string
  readonly start: ReadonlyMap<string, Buffer>
  readonly events: readonly DiskEvent[]
}

test.runIf(canRecord)('no acknowledged commit is lost after a power cut when synchronous is FULL', () => {
  const { lost, corrupt, images } = replayAll(record('FULL'))

  printFigures('T2 power loss, synchronous=FULL', { images, lost, corrupt })
  expect({ lost, corrupt }).toEqual({ lost: 0, corrupt: 0 })
})

test.runIf(canRecord)('no acknowledged commit is lost after a power cut while the checkpoint thread copies the log', () => {
  const { lost, corrupt, images } = replayAll(record('FULL', 'thread'))

  printFigures('T2 power loss, synchronous=FULL, checkpoint thread', { images, lost, corrupt })
  expect({ lost, corrupt }).toEqual({ lost: 0, corrupt: 0 })
})

test.runIf(canRecord)('acknowledged commits are lost in most images when synchronous is NORMAL (control)', () => {
  const { lost, images } = replayAll(record('NORMAL'))

  printFigures('T3 power loss, synchronous=NORMAL (control)', { images, lost })
  expect(lost).toBeGreaterThan(images / 2)
})

function record(synchronous: 'FULL' | 'NORMAL', copies: 'here' | 'thread' = 'here'): Recording {
  const folder = mkdtempSync(join(scratch, `${synchronous}-${copies}-`))
  const keyHex = createEntryVault(folder)
  const start = new Map([[join(folder, 'vault.db'), readFileSync(join(folder, 'vault.db'))]])
  const log = `${folder}.log`
  const child = spawnSync(
    process.execPath,
    [join(import.meta.dirname, 'power-loss/committing-writer.ts'), folder, keyHex, synchronous, '200', copies],
    { env: { ...process.env, LD_PRELOAD: recorder, RECORD_TO: log, RECORD_BELOW: folder }, encoding: 'utf8' },
  )
  expect(child.status, child.stderr).toBe(0)
  return { folder, keyHex, start, events: readDiskLog(log) }
}

function replayAll(recording: Recording): { lost: number; corrupt: number; images: number } {
  const random = seededRandom(20261120)
  let lost = 0
  let corrupt = 0
  for (const policy of lossPolicies) {
    for (let n = 0; n < imagesPerPolicy; n += 1) {
      const outcome = replayOne(recording, policy, random)
      if (outcome === 'lost') lost += 1
      if (outcome === 'corrupt') corrupt += 1
    }
  }
  return { lost, corrupt, images: imagesPerPolicy * lossPolicies.length }
}

function replayOne(recording: Recording, policy: LossPolicy, random: () => number): 'whole' | 'lost' | 'corrupt' {
  const firstAck = recording.events.findIndex(isAck)
  const count = firstAck + 1 + Math.floor(random() * (recording.events.length - firstAck - 1))
  const acked = recording.events.slice(0, count).filter(isAck).length
  const files = imageAfter(recording.start, recording.events, count, policy, random)
  const folder = join(scratch, 'image')
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder)
  for (const [path, bytes] of files) {
    // the shared-memory index does not outlive a power cut
    if (path.startsWith(recording.folder) && !path.endsWith('-shm')) writeFileSync(join(folder, basename(path)), bytes)
  }
  const state = readEntryVault(folder, recording.keyHex)
  if (!state.opened || !state.intact) return 'corrupt'
  return state.last >= acked && state.count === state.last ? 'whole' : 'lost'
}

function isAck(event: DiskEvent): boolean {
  return event.type === 'write' && event.path.endsWith('/acks')
}
