import type { ReadableDb } from '../../kernel/db/database.ts'
import { tagIdOf } from './contact-changes.ts'
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

/** For each name the ids of the tags that are this word: two spellings of it are one, whatever a tag's own id was made from. */
export function tagsNamed(db: ReadableDb, names: readonly string[]): readonly (readonly string[])[] {
  if (names.length === 0) return []
  const idsByWord = Map.groupBy(db.all<{ id: string; name: string }>('SELECT id, name FROM tag'), tag => tagIdOf(tag.name))
  return names.map(name => (idsByWord.get(tagIdOf(name)) ?? []).map(tag => tag.id))
}

const countSql = `SELECT t.id, t.name, t.deleted_ts IS NOT NULL AS deleted, coalesce(c.n, 0) AS count
  FROM tag AS t LEFT JOIN _tag_count AS c ON c.name = t.name`
