import type { ReadableDb } from '../../kernel/db/database.ts'
import { sortedByName } from './contact-values.ts'

export interface CountedTag {
  readonly id: string
  readonly name: string
  /** Living customers that have it. */
  readonly count: number
}

/** Tags that customers have or had, in the order of the alphabet, Chinese by pinyin. */
export function listTags(db: ReadableDb): CountedTag[] {
  const tags = db.all<CountedTag & { deleted: number }>(countSql)
  const present = tags.filter(tag => tag.count > 0 || tag.deleted === 0)
  return sortedByName(present).map(({ id, name, count }) => ({ id, name, count }))
}

const countSql = `SELECT t.id, t.name, t.deleted_ts IS NOT NULL AS deleted, coalesce(c.n, 0) AS count
  FROM tag AS t LEFT JOIN _tag_count AS c ON c.name = t.name`
