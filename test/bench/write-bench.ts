import type Database from 'better-sqlite3'
import { wrapDatabase } from '../../electron/kernel/db/database.ts'
import { type BenchSession, openBenchSession } from './bench-session.ts'
import { type BenchVault, cacheOf, copyOf, decryptedCopy, keepLogShort, openBenchVault, openPlain } from './bench-vault.ts'
import { prepareReplay, recordSql } from './recorded-sql.ts'

/** A vault, a plain copy on which the same is recorded, and another on which that is run bare. */
export interface WriteBench {
  readonly session: BenchSession
  /** The same work on the plain copy, answered as what its statements cost by themselves. */
  readonly record: (work: (session: BenchSession) => Promise<unknown>) => Promise<() => void>
  /** Living customers, in the order of their ids. */
  readonly ids: readonly string[]
}

/** Runs `work` with copies of a vault under `name` and closes them. */
export async function withWriteBench<T>(vault: BenchVault, name: string, work: (bench: WriteBench) => Promise<T>): Promise<T> {
  const open = await openBenchVault(copyOf(vault, name))
  const cacheKib = cacheOf(open.rawWriter)
  const recorded = openPlain(await decryptedCopy(vault, `${name}-recorded`), cacheKib)
  const bare = openPlain(await decryptedCopy(vault, `${name}-plain`), cacheKib)
  try {
    return await work(
      writeBench({ vault, bare, recorded, session: openBenchSession(open.writer, vault.staffId, open.noteCommit) }),
    )
  } finally {
    recorded.close()
    bare.close()
    open.close('quit')
  }
}

interface Sides {
  readonly vault: BenchVault
  readonly session: BenchSession
  readonly recorded: Database.Database
  readonly bare: Database.Database
}

function writeBench({ vault, session, recorded, bare }: Sides): WriteBench {
  const recorder = recordSql(wrapDatabase(recorded))
  const recordSession = openBenchSession(recorder.db, vault.staffId, () => undefined)
  const replay = prepareReplay(bare)
  return {
    session,
    ids: wrapDatabase(recorded)
      .all<{ id: string }>('SELECT id FROM _contact_line ORDER BY id')
      .map(row => row.id),
    record: async work => {
      recorder.take()
      await work(recordSession)
      const run = replay(recorder.take())
      return () => {
        run()
        keepLogShort(bare)
      }
    },
  }
}
