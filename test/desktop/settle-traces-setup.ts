import { afterEach } from 'vitest'
import { settleTraces } from './kept-traces.ts'

afterEach(async ({ task }) => {
  await settleTraces(task.name, task.result?.state === 'fail')
})
