import { expect, test } from 'vitest'
import { createQuitSequence, type QuitPorts } from '../../../../electron/kernel/host/quit-sequence.ts'

function sequence(ports: Partial<QuitPorts> = {}) {
  const did: string[] = []
  const bugs: unknown[] = []
  const quit = createQuitSequence(
    {
      isJobRunning: () => false,
      askToStop: () => Promise.resolve(true),
      shutDown: () => {
        did.push('shut down')
        return Promise.resolve()
      },
      quit: () => void did.push('quit'),
      ...ports,
    },
    error => void bugs.push(error),
  )
  return { quit, did, bugs }
}

test('the first wish is held back until the files are closed, the second goes through', async () => {
  const { quit, did } = sequence()

  expect(quit.mayQuit()).toBe(false)
  expect(quit.mayQuit()).toBe(false)
  await expect.poll(() => did).toEqual(['shut down', 'quit'])
  expect(quit.mayQuit()).toBe(true)
})

test('a job under way is asked about once, and waiting for it calls the quit off', async () => {
  const asked: boolean[] = []
  const { quit, did } = sequence({
    isJobRunning: () => true,
    askToStop: () => {
      asked.push(true)
      return Promise.resolve(asked.length > 1)
    },
  })
  quit.mayQuit()
  quit.mayQuit()
  await expect.poll(() => asked).toHaveLength(1)
  expect(did).toEqual([])

  quit.mayQuit()
  await expect.poll(() => did).toEqual(['shut down', 'quit'])
})

test('the program ends even when the vault could not be closed in order', async () => {
  const { quit, did, bugs } = sequence({ shutDown: () => Promise.reject(new Error('stuck')) })
  quit.mayQuit()

  await expect.poll(() => did).toEqual(['quit'])
  expect(bugs).toHaveLength(1)
})
