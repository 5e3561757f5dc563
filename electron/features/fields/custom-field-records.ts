import { z } from 'zod'
import { CustomChoice, type CustomField, CustomFieldType } from '../../../shared/features/fields/custom-field.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'

export type StoredField = Readonly<Omit<CustomField, 'used'>>

/** Living own fields in their order, hidden ones too. */
export function readFields(db: ReadableDb): readonly StoredField[] {
  return db.all<FieldRow>(`${fieldSql} WHERE deleted_ts IS NULL ORDER BY position, id`).map(fromRow)
}

/** Also one that was deleted: the history still names it. */
export function findField(db: ReadableDb, id: string): StoredField | undefined {
  const row = db.get<FieldRow>(`${fieldSql} WHERE id = ?`, id)
  return row === undefined ? undefined : fromRow(row)
}

/** As `readFields`, with how many living customers have a value. */
export function listFields(db: ReadableDb): CustomField[] {
  const counts = db.all<{ field: string; n: number }>('SELECT field, n FROM _field_count')
  const used = new Map(counts.map(count => [count.field, count.n]))
  return readFields(db).map(field => ({ ...field, choices: [...field.choices], used: used.get(field.id) ?? 0 }))
}

/** Whether any customer ever held this choice: then an undo can bring it back, and the history names it. */
export function wasChosen(db: ReadableDb, fieldId: string, choiceId: string): boolean {
  return db.get(everChosenSql, fieldId, choiceId) !== undefined
}

interface FieldRow {
  readonly id: string
  readonly name: string
  readonly type: string
  readonly choices: string
  readonly required: number
  readonly personal: number
  readonly sensitive: number
  readonly sensitive_reason: string
  readonly in_list: number
  readonly hidden: number
  readonly position: number
}

const fieldSql = `SELECT id, name, type, choices, required, personal, sensitive, sensitive_reason, in_list, hidden, position
  FROM custom_field`
// a short id may stand in other text too: then a choice is kept that could go
const everChosenSql = `SELECT 1 FROM custom_value AS v JOIN change_log AS l ON l.tbl = 'custom_value' AND l.row_id = v.id
  WHERE v.field_id = ? AND instr(l.vals, ?) > 0 LIMIT 1`

const Choices = z.array(CustomChoice)

function fromRow(row: FieldRow): StoredField {
  return {
    id: row.id,
    name: row.name,
    type: CustomFieldType.catch('text').parse(row.type),
    choices: readChoices(row.choices),
    required: row.required === 1,
    personal: row.personal === 1,
    sensitive: row.sensitive === 1,
    sensitiveReason: row.sensitive_reason,
    inList: row.in_list === 1,
    hidden: row.hidden === 1,
    position: row.position,
  }
}

const knownAtMost = 500
const known = new Map<string, readonly CustomChoice[]>()

/** Parsed once: every page of a customer asks for them. */
function readChoices(json: string): CustomChoice[] {
  const choices = known.get(json) ?? Choices.parse(JSON.parse(json))
  if (known.size >= knownAtMost) known.clear()
  known.set(json, choices)
  return [...choices]
}
