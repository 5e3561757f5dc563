import { basename } from 'node:path'
import type { importContract } from '../../../shared/features/imports/import-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'
import { threadSource, workerUrl } from '../../kernel/jobs/thread-source.ts'
import { listImports, readReport } from './import-repository.ts'
import type { VCardImport } from './vcard-batches.ts'

export const importHandlers: HandlersFor<typeof importContract> = {
  'imports.vcard': ({ startJob, filePath, now }, { file }) => {
    const path = filePath(file)
    const fileName = basename(path)
    return startJob({
      kind: 'vcard-import',
      subject: fileName,
      act: { kind: 'import', name: 'vcard-import', subject: fileName },
      open: actId => {
        const workerData: VCardImport = { path, fileName, actId, createdAt: now().toISOString() }
        return threadSource({ url: workerUrl('vcard-worker', import.meta.url), workerData })
      },
    })
  },
  'imports.list': ({ db }) => listImports(db),
  'imports.report': ({ db }, query) => readReport(db, query),
}
