import type { FilterRule } from '../../../shared/features/contacts/contact-filter.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { type Calendar, startOfDay } from './calendar-days.ts'
import { complementOf, type DocSet, docSet, intersectionOf } from './contact-doc-set.ts'
import { docsOf } from './contact-docs.ts'
import { birthdaysAskedFor } from './contact-filter-birthdays.ts'
import { daysAskedFor } from './contact-filter-dates.ts'
import { namedByOwnRule } from './contact-filter-own.ts'
import { type FieldTexts, namedByText } from './contact-filter-text.ts'
import { tagsNamed } from './contact-tags.ts'

/** What a rule is looked up with. */
export interface FilterContext {
  readonly db: ReadableDb
  readonly calendar: Calendar
  readonly everybody: DocSet
  readonly texts: FieldTexts
}

/** Whom a rule names: those with these numbers, or everybody but them. */
interface Named {
  readonly docs: readonly number[]
  readonly isInverse: boolean
}

/** The living customers that one rule finds. The SQL of each kind of rule is fixed; what people typed is bound to it or compared here. */
export function contactsByRule(filter: FilterContext, rule: FilterRule): DocSet {
  if (rule.on === 'tags') return contactsByTags(filter, rule.test)
  const { docs, isInverse } = namedBy(filter, rule)
  const { everybody } = filter
  const set = docSet(docs, everybody.length)
  return isInverse ? complementOf(set, everybody) : set
}

function namedBy({ db, calendar, texts }: FilterContext, rule: Exclude<FilterRule, { on: 'tags' }>): Named {
  switch (rule.on) {
    case 'text':
      return namedByText(db, texts, rule.field, rule.test)
    case 'choice':
      return namedByChoice(db, rule)
    case 'date':
      return namedByDate(db, rule, calendar)
    case 'birthday':
      return namedByBirthday(db, rule.test, calendar)
    default: {
      const { ids, isInverse } = namedByOwnRule(db, rule, calendar.today)
      return { docs: docsOf(db, ids), isInverse }
    }
  }
}

type ChoiceRule = Extract<FilterRule, { on: 'choice' }>

/** Columns of the lines, and what stands there for nothing. */
const choiceColumns: Readonly<Record<ChoiceRule['field'], readonly [column: string, nothing: string]>> = {
  kind: ['kind', ''],
  gender: ['gender', 'not-stated'],
  level: ['level', ''],
  source: ['source', ''],
  stage: ['stage', ''],
  assignee: ['assignee', ''],
  language: ['language', 'not-stated'],
  preferredChannel: ['preferred_channel', 'not-stated'],
}

function namedByChoice(db: ReadableDb, { field, test }: ChoiceRule): Named {
  const [column, nothing] = choiceColumns[field]
  const words = test.op === 'any' || test.op === 'none' ? test.values : [nothing]
  const docs = db.column<number>(
    `SELECT doc FROM _contact_line INDEXED BY _contact_line_short WHERE ${column} IN (SELECT value FROM json_each(?))`,
    JSON.stringify(words),
  )
  return { docs, isInverse: test.op === 'none' || test.op === 'not-empty' }
}

type DateRule = Extract<FilterRule, { on: 'date' }>

/** Both are always there. */
function namedByDate(db: ReadableDb, { field, test }: DateRule, { today, zone }: Calendar): Named {
  const days = daysAskedFor(test, today)
  if (days === null) return { docs: [], isInverse: test.op === 'not-empty' }
  if (days.first !== null && days.last !== null && days.last < days.first) return { docs: [], isInverse: false }
  const from = days.first === null ? Number.MIN_SAFE_INTEGER : startOfDay(days.first, zone)
  const before = days.last === null ? Number.MAX_SAFE_INTEGER : startOfDay(days.last + 1, zone)
  return { docs: db.column<number>(betweenSql[field], from, before), isInverse: false }
}

const betweenSql = {
  createdAt: 'SELECT doc FROM _contact_line WHERE created >= ? AND created < ?',
  lastActivityAt: 'SELECT doc FROM _contact_line WHERE last >= ? AND last < ?',
} as const

function namedByBirthday(db: ReadableDb, test: Extract<FilterRule, { on: 'birthday' }>['test'], { today }: Calendar): Named {
  const keys = birthdaysAskedFor(test, today) ?? ['']
  const docs = db.column<number>(
    'SELECT doc FROM _contact_line INDEXED BY _contact_line_short WHERE birth_key IN (SELECT value FROM json_each(?))',
    JSON.stringify(keys),
  )
  return { docs, isInverse: test.op === 'not-empty' }
}

function contactsByTags({ db, everybody }: FilterContext, test: Extract<FilterRule, { on: 'tags' }>['test']): DocSet {
  if (!('values' in test)) {
    const without = docSet(db.column<number>("SELECT doc FROM _contact_line WHERE tags = '[]'"), everybody.length)
    return test.op === 'empty' ? without : complementOf(without, everybody)
  }
  // one list of ids for each name
  const lists = tagsNamed(db, test.values)
  if (test.op === 'all') {
    return intersectionOf(
      lists.map(ids => docSet(docsWithTags(db, ids), everybody.length)),
      everybody,
    )
  }
  const set = docSet(docsWithTags(db, lists.flat()), everybody.length)
  return test.op === 'none' ? complementOf(set, everybody) : set
}

function docsWithTags(db: ReadableDb, tagIds: readonly string[]): readonly number[] {
  return db.column<number>(
    `SELECT d.doc FROM json_each(?) AS wanted
     CROSS JOIN contact_tag AS t ON t.tag_id = wanted.value AND t.deleted_ts IS NULL
     CROSS JOIN _doc AS d ON d.id = t.contact_id AND d.tbl = 'contact'`,
    JSON.stringify(tagIds),
  )
}
