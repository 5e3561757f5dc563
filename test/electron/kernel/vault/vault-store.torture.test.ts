import { test } from 'vitest'
import { failEveryStepOfCreation } from './creation-faults.ts'

test.each([
  ['EIO', 'folder-not-writable'],
  ['EPERM', 'folder-not-writable'],
  ['EBUSY', 'folder-not-writable'],
  ['EROFS', 'read-only'],
])('a creation that meets %s at any step leaves neither files nor folders', async (code, expected) => {
  await failEveryStepOfCreation(code, expected)
})
