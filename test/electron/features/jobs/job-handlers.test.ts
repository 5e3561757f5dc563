import { expect, test } from 'vitest'
import { idOf, insertPerson, shop } from '../../../helpers/shop-tables.ts'
import { openSpineSession } from '../../../helpers/spine-session.ts'
import { importJob, startTestJobs, testSource } from '../../../helpers/test-jobs.ts'
import { openTestVault } from '../../../helpers/test-vault.ts'

test('jobs are listed and cancelled by id', async () => {
  const vault = openTestVault(shop)
  const running = startTestJobs(vault)
  const call = openSpineSession(vault, running)
  const changes = Array.from({ length: 50 }, (_, n) => [insertPerson(idOf(n + 1))])
  const { jobId } = running.jobs.start(importJob(() => testSource({ changes })))

  expect(await call('jobs.list')).toMatchObject([{ id: jobId, kind: 'vcard-import', state: 'running', subject: 'cards.vcf' }])
  expect(await call('jobs.cancel', { id: jobId })).toMatchObject({ id: jobId, state: 'cancelling' })
  await running.ended(jobId)
  expect(await call('jobs.list')).toMatchObject([{ id: jobId, state: 'cancelled' }])
  await expect(call('jobs.cancel', { id: idOf(1) })).rejects.toThrow('not-found')
  vault.close()
})
