import type { CommandId } from '../../../shared/features/app/app-state.ts'
import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import type { StaffMember } from '../../../shared/features/staff/staff.ts'
import type { ActionRow } from './customer-actions.ts'
import { asksForCustomers, type FindQuery, isNumberText } from './find-query.ts'

export type FindRow =
  | { readonly kind: 'customer'; readonly key: string; readonly hit: ContactHit }
  | { readonly kind: 'staff'; readonly key: string; readonly member: StaffMember }
  | { readonly kind: 'command'; readonly key: string; readonly id: CommandId; readonly words: string }
  | { readonly kind: 'create'; readonly key: string; readonly name: string; readonly phone: string }
  | ActionRow

export interface FindSection {
  readonly name: 'customers' | 'recent' | 'staff' | 'commands' | 'actions'
  readonly rows: readonly FindRow[]
}

interface FindCommand {
  readonly id: CommandId
  readonly words: string
}

interface FindContent extends FindQuery {
  readonly hits: readonly ContactHit[]
  readonly staff: readonly StaffMember[]
  /** Those that are possible now, in the order of the menus. */
  readonly commands: readonly FindCommand[]
}

const suggested: readonly CommandId[] = ['new-contact', 'import', 'settings']
/** Rows of results in all; the one that makes a new customer comes on top. */
const rowLimit = 8
const recentLimit = 5
const commandLimit = 3
const staffLimit = 2

/** The rows in sections as they are drawn. Whoever is looked for, the last row makes a new customer of what was typed; a member number alone makes none. */
export function findSections(content: FindContent): readonly FindSection[] {
  const { mode, query, hits, commands } = content
  const foundCommands = commandRows(commands, query)
  const foundStaff = staffRows(content.staff, query)
  if (mode === 'commands') return nonEmpty([{ name: 'commands', rows: foundCommands }])
  if (mode === 'staff') return nonEmpty([{ name: 'staff', rows: foundStaff }])
  const customers = hits.map(hit => ({ kind: 'customer', key: hit.row.id, hit }) as const)
  if (mode === 'numbers') {
    const create = isNumberText(query) ? [createRow(query)] : []
    return nonEmpty([
      { name: 'customers', rows: query === '' ? [] : customers.slice(0, rowLimit) },
      { name: 'commands', rows: create },
    ])
  }
  if (query === '') {
    return nonEmpty([
      { name: 'recent', rows: customers.slice(0, recentLimit) },
      {
        name: 'commands',
        rows: commandRows(
          commands.filter(({ id }) => suggested.includes(id)),
          '',
        ),
      },
    ])
  }
  const fewCommands = foundCommands.slice(0, commandLimit)
  const fewStaff = foundStaff.slice(0, staffLimit)
  return nonEmpty([
    { name: 'customers', rows: customers.slice(0, rowLimit - fewCommands.length - fewStaff.length) },
    { name: 'staff', rows: fewStaff },
    { name: 'commands', rows: [...fewCommands, createRow(query)] },
  ])
}

/** Results as people count them: of customers all that are found, of the rest what is shown; a row that makes a new one is none. */
export function countResults({ mode, query }: FindContent, sections: readonly FindSection[], total: number): number {
  const rows = sections.filter(({ name }) => name !== 'customers' && name !== 'recent').flatMap(section => section.rows)
  const others = rows.filter(row => row.kind === 'staff' || (row.kind === 'command' && mode === 'commands')).length
  return asksForCustomers(mode) && query !== '' ? total + others : others
}

/** Digits go into the phone, everything else into the name. */
export function createRow(query: string): FindRow {
  const isNumber = isNumberText(query)
  return { kind: 'create', key: 'create', name: isNumber ? '' : query, phone: isNumber ? query : '' }
}

/** Words begin with what is typed; Chinese ones hold it anywhere. */
function commandRows(commands: readonly FindCommand[], query: string): readonly FindRow[] {
  const wanted = query.toLocaleLowerCase()
  const fits = (words: string) => (/\p{Script=Han}/u.test(words) ? words.includes(wanted) : ` ${words}`.includes(` ${wanted}`))
  return commands
    .filter(({ words }) => fits(words.toLocaleLowerCase()))
    .map(({ id, words }) => ({ kind: 'command', key: id, id, words }))
}

function staffRows(staff: readonly StaffMember[], query: string): readonly FindRow[] {
  const wanted = query.toLocaleLowerCase()
  return staff
    .filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
    .map(member => ({ kind: 'staff', key: member.id, member }))
}

function nonEmpty(sections: readonly FindSection[]): readonly FindSection[] {
  return sections.filter(section => section.rows.length > 0)
}
