import { announce } from './announce.ts'
import { createVaultStore } from './create-vault-store.ts'

export interface Notice {
  readonly id: number
  readonly tone: 'ok' | 'info' | 'error'
  readonly text: string
  /** A thing to do about it, e.g. "View customers". */
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface NoticeState {
  readonly notices: readonly Notice[]
}

export const useNotices = createVaultStore<NoticeState>(() => ({ notices: [] }))

let nextId = 1

/** A short message at the bottom of the window, spoken too; errors stay until they are closed. */
export function showNotice(notice: Omit<Notice, 'id'>): void {
  const id = nextId
  nextId += 1
  useNotices.setState(({ notices }) => ({ notices: [...notices.slice(-2), { ...notice, id }] }))
  announce(notice.text, notice.tone === 'error' ? 'assertive' : 'polite')
}

export function closeNotice(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter(notice => notice.id !== id) }))
}
