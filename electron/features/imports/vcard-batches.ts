import { ContactId } from '../../../shared/features/contacts/contact.ts'
import type { CardReport } from '../../../shared/features/imports/vcard-import.ts'
import { type Blob, blobKey, blobStatements } from '../../kernel/blobs/blob-store.ts'
import type { Change } from '../../kernel/changes/change.ts'
import { newId } from '../../kernel/clock.ts'
import type { Batch, LocalRow } from '../../kernel/jobs/job-runner.ts'
import type { BatchProducer } from '../../kernel/jobs/post-batches.ts'
import { createChanges } from '../contacts/contact-changes.ts'
import { openImportFile } from './import-file.ts'
import { cardReportRow, dropAbandonedReports } from './import-repository.ts'
import type { CardItem } from './vcard/card.ts'
import { fit } from './vcard/draft-builder.ts'
import { readVCards } from './vcard/vcard-reader.ts'
import { toContact } from './vcard/vcard-to-contact.ts'

/** What the job thread is given. */
export interface VCardImport {
  readonly path: string
  readonly fileName: string
  readonly actId: string
  /** ISO; all customers of one import share it. */
  readonly createdAt: string
}

const cardsPerBatch = 100
/** One batch is one transaction, and a person's save waits for it. */
const changesPerBatch = 600
const pictureBytesPerBatch = 1024 * 1024
/** A batch is posted at least this often, so that the bar moves on through a picture of many megabytes. */
const bytesPerSign = 4 * 1024 * 1024

/**
 * The customers of a vCard file in batches, each with the rows of its report. `done` and `total` are bytes of the
 * file. Its iteration throws AppError file-missing, file-unreadable, file-empty, file-not-vcard.
 */
export function vcardBatches(request: VCardImport): BatchProducer {
  const counts = { imported: 0, withNotes: 0, skipped: 0 }
  return { batches: readBatches(request, counts), counts: () => counts }
}

interface Counts {
  imported: number
  withNotes: number
  skipped: number
}

async function* readBatches(request: VCardImport, counts: Counts): AsyncGenerator<Batch> {
  const file = await openImportFile(request.path)
  try {
    let changes: Change[] = []
    let localRows: LocalRow[] = [dropAbandonedReports]
    let rowsBefore: LocalRow[] = []
    let cards = 0
    let pictureBytes = 0
    let records = 0
    let toldAt = 0
    const take = (done: number): Batch => {
      const batch = { changes, rowsBefore, localRows, done, total: file.size, records }
      changes = []
      rowsBefore = []
      localRows = []
      cards = 0
      pictureBytes = 0
      return batch
    }
    for await (const { items, bytesRead } of readVCards(file.chunks)) {
      for (const item of items) {
        const { report, made, picture } = takeItem(request, item)
        if (report.outcome === 'skipped') counts.skipped += 1
        else counts.imported += 1
        if (report.outcome === 'imported-with-notes') counts.withNotes += 1
        records += 1
        cards += 1
        changes.push(...made)
        localRows.push(cardReportRow(request.actId, report))
        if (picture !== undefined) {
          rowsBefore.push(...blobStatements(picture, Date.parse(request.createdAt)))
          pictureBytes += picture.bytes.length
        }
        const isFull = cards >= cardsPerBatch || changes.length >= changesPerBatch || pictureBytes >= pictureBytesPerBatch
        if (isFull) yield take(bytesRead)
      }
      if (bytesRead - toldAt > bytesPerSign) {
        toldAt = bytesRead
        yield take(bytesRead)
      }
    }
    if (cards > 0) yield take(file.size)
  } finally {
    await file.close()
  }
}

interface TakenItem {
  readonly report: CardReport
  readonly made: readonly Change[]
  readonly picture?: Blob
}

function takeItem(request: VCardImport, item: CardItem): TakenItem {
  if (item.kind === 'stray') {
    const { n, line, count } = item.block
    const notes = [{ note: 'line-unreadable' as const, field: '', count }]
    return { report: { n, line, outcome: 'skipped', name: '', contactId: null, notes }, made: [] }
  }
  const { n, line } = item.card
  const { draft, notes, picture } = toContact(item.card)
  if (draft === null) return { report: { n, line, outcome: 'skipped', name: '', contactId: null, notes: [...notes] }, made: [] }
  const id = ContactId.parse(newId())
  const source = { file: request.fileName, row: n }
  const photo = picture === undefined ? '' : blobKey(picture.bytes)
  const made = createChanges(draft, { id, createdAt: request.createdAt, newId, source, photo })
  const outcome = notes.length === 0 ? 'imported' : 'imported-with-notes'
  const report: CardReport = { n, line, outcome, name: fit(draft.name, 200), contactId: id, notes: [...notes] }
  return { report, made, ...(picture === undefined ? {} : { picture }) }
}
