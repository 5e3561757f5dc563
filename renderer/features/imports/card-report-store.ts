import type { CardReport } from '../../../shared/features/imports/vcard-import.ts'
import type { Id } from '../../../shared/kernel/id.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'

export type ReportFilter = 'all' | 'with-notes' | 'skipped'
const pageSize = 100

export interface CardReportState {
  readonly actId: Id | null
  readonly only: ReportFilter
  readonly total: number
  readonly rows: readonly CardReport[]
  readonly status: 'idle' | 'loading' | 'ready' | 'failed'
  readonly failure: Failure | null
}

export const useCardReport = createVaultStore<CardReportState>(() => ({
  actId: null,
  only: 'all',
  total: 0,
  rows: [],
  status: 'idle',
  failure: null,
}))

/** Shows the cards of an import; the old rows stay until the answer is there. */
export async function openReport(actId: Id, only: ReportFilter): Promise<void> {
  const isOther = useCardReport.getState().actId !== actId
  useCardReport.setState({ actId, only, status: 'loading', ...(isOther ? { rows: [], total: 0 } : {}) })
  await load(actId, only, 0)
}

/** Adds the next rows below. */
export async function loadMoreCards(): Promise<void> {
  const { actId, only, rows, total, status } = useCardReport.getState()
  if (actId === null || status === 'loading' || rows.length >= total) return
  useCardReport.setState({ status: 'loading' })
  await load(actId, only, rows.length)
}

async function load(actId: Id, only: ReportFilter, offset: number): Promise<void> {
  const result = await call('imports.report', { actId, only, offset, limit: pageSize })
  const state = useCardReport.getState()
  if (state.actId !== actId || state.only !== only) return
  if (!result.ok) return useCardReport.setState({ status: 'failed', failure: result.failure })
  const before = offset === 0 ? [] : state.rows
  const rows = [...before, ...result.value.rows]
  useCardReport.setState({ rows, total: result.value.total, status: 'ready', failure: null })
}
