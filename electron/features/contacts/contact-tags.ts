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

// links of customers that are gone stay, so they are taken off again: few, where counting by customer reads all
const countSql = `SELECT t.id, t.name, t.deleted_ts IS NOT NULL AS deleted,
    (SELECT count(*) FROM contact_tag AS l WHERE l.tag_id = t.id AND l.deleted_ts IS NULL) - coalesce(gone.n, 0) AS count
  FROM tag AS t LEFT JOIN (
    SELECT l.tag_id, count(*) AS n FROM contact AS c JOIN contact_tag AS l ON l.contact_id = c.id AND l.deleted_ts IS NULL
    WHERE c.deleted_ts IS NOT NULL GROUP BY l.tag_id
  ) AS gone ON gone.tag_id = t.id`
