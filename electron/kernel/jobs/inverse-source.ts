import type { Spine } from '../changes/spine.ts'
import type { Batch, BatchSource } from './job-runner.ts'

/** The inverse of an act as a job's source. Counts: `undone` changes, `left` records that others changed since. */
export function inverseSource(spine: Pick<Spine, 'inverseBatches'>, actId: string): BatchSource {
  const counts = { undone: 0, left: 0 }
  let isStopped = false
  // each batch is worked out in the same turn in which it is written, so nothing can change in between
  async function* batches(): AsyncGenerator<Batch, void> {
    for (const batch of spine.inverseBatches(actId)) {
      if (isStopped) return
      counts.undone += batch.changes.length
      counts.left += batch.left.length
      yield batch
    }
  }
  return {
    batches: batches(),
    counts: () => counts,
    stop: () => {
      isStopped = true
    },
  }
}
