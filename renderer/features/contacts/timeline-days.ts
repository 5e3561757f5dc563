import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'

export interface TimelineDay {
  /** Local calendar day, `2026-11-20`. */
  readonly day: string
  readonly entries: readonly HistoryEntry[]
}

/** Groups entries, newest first as they come, by the local day on which they happened. */
export function groupByDay(entries: readonly HistoryEntry[]): readonly TimelineDay[] {
  const days: { day: string; entries: HistoryEntry[] }[] = []
  for (const entry of entries) {
    const day = localDay(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

export function localDay(date: Date): string {
  const part = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${part(date.getMonth() + 1)}-${part(date.getDate())}`
}
