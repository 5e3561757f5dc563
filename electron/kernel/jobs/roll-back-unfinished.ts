import { getAct } from '../changes/act-records.ts'
import type { Spine } from '../changes/spine.ts'
import { planRollback } from '../changes/undo.ts'
import type { ReadableDb } from '../db/database.ts'
import { inverseSource } from './inverse-source.ts'
import type { JobRunner } from './job-runner.ts'

/** Called once after opening: starts a job for each act that was cut short, newest first, which takes it back. */
export function rollBackUnfinished(parts: { readonly db: ReadableDb; readonly spine: Spine; readonly jobs: JobRunner }): void {
  for (const actId of parts.spine.unfinished().toReversed()) {
    const { target, start } = planRollback(parts.db, actId)
    const open = () => inverseSource(parts.spine, target)
    parts.jobs.start({ kind: 'rollback', subject: getAct(parts.db, actId).subject, act: start, open })
  }
}
