import { builtInOptions, type FieldOption, type OptionList, optionLists } from '../../../shared/features/fields/field-option.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'

export interface StoredOption extends FieldOption {
  readonly position: number
  /** Null for a built-in word that nobody changed: it has no row. */
  readonly rowId: string | null
}

/** Words of all lists in their order, hidden ones too: the built-in ones and the shop's own. */
export function readOptions(db: ReadableDb): readonly StoredOption[] {
  const rows = db.all<OptionRow>('SELECT id, list, key, name, hidden, position FROM field_option WHERE deleted_ts IS NULL')
  return optionLists.flatMap(list =>
    optionsOf(
      list,
      rows.filter(row => row.list === list),
    ),
  )
}

/** Whether the word may be chosen now: it is on the list and not hidden. */
export function isOffered(options: readonly FieldOption[], list: OptionList, key: string): boolean {
  return options.some(option => option.list === list && option.key === key && !option.hidden)
}

interface OptionRow {
  readonly id: string
  readonly list: string
  readonly key: string
  readonly name: string
  readonly hidden: number
  readonly position: number
}

function optionsOf(list: OptionList, rows: readonly OptionRow[]): readonly StoredOption[] {
  const builtIn: readonly string[] = builtInOptions[list]
  const untouched = builtIn.flatMap((key, position): StoredOption[] =>
    rows.some(row => row.key === key) ? [] : [{ list, key, name: '', hidden: false, position, rowId: null }],
  )
  const stored = rows.map(({ id, key, name, hidden, position }): StoredOption => {
    return { list, key, name, hidden: hidden === 1, position, rowId: id }
  })
  return [...untouched, ...stored].toSorted((a, b) => a.position - b.position || (a.key < b.key ? -1 : 1))
}
