import type { CommandId } from '../../../shared/features/app/app-state.ts'
import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'

export type FindRow =
  | { readonly kind: 'customer'; readonly key: string; readonly hit: ContactHit }
  | { readonly kind: 'command'; readonly key: string; readonly id: CommandId; readonly words: string }
  | { readonly kind: 'create'; readonly key: string; readonly name: string; readonly phone: string }

export interface FindSection {
  readonly name: 'customers' | 'recent' | 'commands'
  readonly rows: readonly FindRow[]
}

export interface FindCommand {
  readonly id: CommandId
  readonly words: string
}

interface FindContent {
  readonly text: string
  readonly hits: readonly ContactHit[]
  /** Those that are possible now, in the order of the menus. */
  readonly commands: readonly FindCommand[]
}

const suggested: readonly CommandId[] = ['new-contact', 'import', 'settings']
const customerLimit = 8
const commandLimit = 4

/** What is asked for: commands after `>`, else customers; spaces and the IME's separators do not matter. */
export function readQuery(
  typed: string,
  composing: boolean,
): { readonly mode: 'customers' | 'commands'; readonly query: string } {
  const text = typed.trim()
  if (text.startsWith('>') || text.startsWith('》')) return { mode: 'commands', query: text.slice(1).trim() }
  return { mode: 'customers', query: composing ? text.replaceAll(/['’\s]/gu, '') : text }
}

/** The rows in sections as they are drawn. Nobody found: the last row still makes a new customer of what was typed. */
export function findSections({ text, hits, commands }: FindContent): readonly FindSection[] {
  const { mode, query } = readQuery(text, false)
  const found = commandRows(commands, query)
  if (mode === 'commands') return nonEmpty([{ name: 'commands', rows: query === '' ? commandRows(commands, '') : found }])
  const customers = hits.slice(0, customerLimit).map(hit => ({ kind: 'customer', key: hit.row.id, hit }) as const)
  if (query === '') {
    const three = commandRows(commands, '').filter(row => row.kind === 'command' && suggested.includes(row.id))
    return nonEmpty([
      { name: 'recent', rows: customers.slice(0, 5) },
      { name: 'commands', rows: three },
    ])
  }
  return nonEmpty([
    { name: 'customers', rows: customers },
    { name: 'commands', rows: [...found.slice(0, commandLimit), createRow(query)] },
  ])
}

/** Digits go into the phone, everything else into the name. */
export function createRow(query: string): FindRow {
  const isNumber = /^\+?[\d\s()（）-]+$/u.test(query) && /\d{3}/u.test(query)
  return { kind: 'create', key: 'create', name: isNumber ? '' : query, phone: isNumber ? query : '' }
}

function commandRows(commands: readonly FindCommand[], query: string): readonly FindRow[] {
  const wanted = query.toLocaleLowerCase()
  return commands
    .filter(({ words }) => words.toLocaleLowerCase().includes(wanted))
    .map(({ id, words }) => ({ kind: 'command', key: id, id, words }))
}

function nonEmpty(sections: readonly FindSection[]): readonly FindSection[] {
  return sections.filter(section => section.rows.length > 0)
}
