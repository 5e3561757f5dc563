export const trashDays = 30
const dayMs = 86_400_000

/** Whole days until a trashed customer is deleted for good; 0 when it may happen today. */
export function trashDaysLeft(trashedAt: string, now: Date): number {
  const due = new Date(trashedAt).getTime() + trashDays * dayMs
  return Math.max(0, Math.ceil((due - now.getTime()) / dayMs))
}
