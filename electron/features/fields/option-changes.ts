import { builtInOptions, type FieldOptionDraft, type OptionList } from '../../../shared/features/fields/field-option.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Change, putChanges } from '../../kernel/changes/change.ts'
import { derivedId } from '../../kernel/changes/derived-id.ts'
import type { ReadableDb } from '../../kernel/db/database.ts'
import { foldText } from '../../kernel/search/folding.ts'
import { readOptions, type StoredOption } from './option-records.ts'

/**
 * The changes that give a list these words in this order; none when it is so. A word that is left out becomes hidden
 * and goes to the end. Throws invalid-input for an unknown key, one named twice, an own word without a name or with
 * the name of another that is offered.
 */
export function saveOptionChanges(
  db: ReadableDb,
  list: OptionList,
  drafts: readonly FieldOptionDraft[],
  newId: () => string,
): readonly Change[] {
  const stored = readOptions(db).filter(option => option.list === list)
  checkOptions(list, drafts, stored)
  const leftOut = stored.filter(option => !drafts.some(draft => draft.key === option.key))
  const wanted = [...drafts, ...leftOut.map(({ key, name }) => ({ key, name, hidden: true }))]
  return wanted.flatMap((draft, position) => {
    const before = stored.find(option => option.key === draft.key)
    return optionChanges(list, before, { ...draft, key: draft.key ?? newId(), position })
  })
}

interface WantedOption {
  readonly key: string
  readonly name: string
  readonly hidden: boolean
  readonly position: number
}

function optionChanges(list: OptionList, before: StoredOption | undefined, wanted: WantedOption): readonly Change[] {
  const { key, name, position } = wanted
  const table = 'field_option'
  const values = { list, key, name, hidden: wanted.hidden ? 1 : 0, position }
  if (before === undefined) return [{ table, id: key, kind: 'insert', values }]
  const isSame = before.name === name && before.hidden === wanted.hidden && before.position === position
  if (isSame) return []
  // the row of a built-in word is the same one on every computer
  if (before.rowId === null) return putChanges(table, derivedId(list, key, 'field-option'), values)
  return [{ table, id: before.rowId, kind: 'update', values }]
}

function checkOptions(list: OptionList, drafts: readonly FieldOptionDraft[], stored: readonly StoredOption[]): void {
  const builtIn: readonly string[] = builtInOptions[list]
  drafts.forEach(({ key, name, hidden }, index) => {
    const isKnown = key === null || stored.some(option => option.key === key)
    const isDouble = key !== null && drafts.slice(0, index).some(draft => draft.key === key)
    if (!isKnown || isDouble) throw new AppError('invalid-input', { field: `options.${index}.key` })
    const isOwn = key === null || !builtIn.includes(key)
    if (isOwn && name === '') throw new AppError('invalid-input', { field: `options.${index}.name` })
    const isTaken = !hidden && name !== '' && drafts.slice(0, index).some(draft => !draft.hidden && sameName(draft.name, name))
    if (isTaken) throw new AppError('invalid-input', { field: `options.${index}.name` })
  })
}

function sameName(a: string, b: string): boolean {
  return foldText(a).trim() === foldText(b).trim()
}
