import { birthdayText } from '../../../shared/features/contacts/birthday-text.ts'
import type { ContactDraft } from '../../../shared/features/contacts/contact.ts'
import type { CustomValue } from '../../../shared/features/fields/custom-value.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import { type Change, type ChangeSource, type ChangeValues, putChanges } from '../../kernel/changes/change.ts'
import { derivedId, derivedLinkId } from '../../kernel/changes/derived-id.ts'
import { compactText, foldText } from '../../kernel/search/folding.ts'
import { type DraftItem, draftItems, itemLists, itemTables, type StoredItem, storedItems } from './contact-items.ts'
import type { ContactRecord, CustomItem, TagLink } from './contact-records.ts'

export interface NewContact {
  readonly id: string
  /** ISO. */
  readonly createdAt: string
  readonly newId: () => string
  readonly source?: ChangeSource
  /** Key of a stored picture. */
  readonly photo?: string
}

/** The changes that make a customer of a draft. */
export function createChanges(draft: ContactDraft, { id, createdAt, newId, source, photo = '' }: NewContact): readonly Change[] {
  const values = { ...contactValues(draft), created_at: createdAt, photo }
  const items = itemLists.flatMap(list =>
    draftItems(draft, list).map((item, position) => insertItem(itemTables[list], id, newId(), item, position)),
  )
  const rest = [...tagChanges(id, [], draft.tags), ...customChanges(id, [], draft.custom)]
  const changes = [{ table: 'contact', id, kind: 'insert' as const, values }, ...items, ...rest]
  return source === undefined ? changes : changes.map(change => ({ ...change, source }))
}

/** Only what differs between the stored customer and the draft; none when nothing does. Throws invalid-input for a foreign item. */
export function updateChanges(before: ContactRecord, draft: ContactDraft, newId: () => string): readonly Change[] {
  const { id } = before.contact
  const values = differing({ ...before.contact }, contactValues(draft))
  const own: Change[] = Object.keys(values).length === 0 ? [] : [{ table: 'contact', id, kind: 'update', values }]
  const items = itemLists.flatMap(list => {
    const wanted = draftItems(draft, list)
    assertOwnItems(list, wanted, storedItems(before, list))
    return itemChanges({ table: itemTables[list], contactId: id, newId }, storedItems(before, list), wanted)
  })
  return [...own, ...items, ...tagChanges(id, before.tags, draft.tags), ...customChanges(id, before.custom, draft.custom)]
}

/** Two spellings of one word are one tag, on every computer. */
export function tagIdOf(name: string): string {
  const folded = foldText(name).trim()
  return derivedId(compactText(folded) === '' ? folded : folded.replace(/\s+/g, ' '), '', 'tag')
}

function contactValues(draft: ContactDraft): ChangeValues {
  const { kind, name, alias, salutation, gender, company, note, level, source, stage, language, preference } = draft
  return {
    kind,
    name,
    alias,
    salutation,
    gender,
    company,
    job_title: draft.jobTitle,
    birthday: birthdayText(draft.birthday),
    note,
    surname_reading: draft.surnameReading,
    member_no: draft.memberNo,
    level,
    source,
    stage,
    assignee_id: draft.assigneeId ?? '',
    language,
    preferred_channel: draft.preferredChannel,
    preference,
    pinned_note: draft.pinnedNote,
  }
}

/**
 * `before`: stored values. A value has an id derived from customer and field, so that two computers make one. What a
 * field holds that was put away stays, since no form shows it.
 */
function customChanges(contactId: string, before: readonly CustomItem[], wanted: readonly CustomValue[]): readonly Change[] {
  const stored = new Map(before.map(item => [item.field_id, item.value]))
  const kept = new Set(wanted.map(item => item.fieldId))
  const gone = before.filter(item => item.hidden === 0 && !kept.has(item.field_id))
  return [
    ...gone.map(({ id }): Change => ({ table: 'custom_value', id, kind: 'delete', values: {} })),
    ...wanted.flatMap(({ fieldId, value }) => {
      if (stored.get(fieldId) === value) return []
      const id = derivedLinkId(contactId, fieldId, 'custom-value')
      return putChanges('custom_value', id, { contact_id: contactId, field_id: fieldId, value })
    }),
  ]
}

interface ItemContext {
  readonly table: string
  readonly contactId: string
  readonly newId: () => string
}

/** Items keep their stored position while that keeps the order, so that moving one writes few. */
function itemChanges(context: ItemContext, before: readonly StoredItem[], wanted: readonly DraftItem[]): readonly Change[] {
  const { table, contactId, newId } = context
  const kept = new Set(wanted.map(item => item.id))
  const changes: Change[] = before.filter(item => !kept.has(item.id)).map(({ id }) => ({ table, id, kind: 'delete', values: {} }))
  let last = -1
  for (const item of wanted) {
    const stored = before.find(({ id }) => id === item.id)
    const position = stored !== undefined && stored.position > last ? stored.position : last + 1
    last = position
    if (stored === undefined) {
      changes.push(insertItem(table, contactId, newId(), item, position))
      continue
    }
    const values = differing({ ...stored.values, position: stored.position }, { ...item.values, position })
    if (Object.keys(values).length > 0) changes.push({ table, id: stored.id, kind: 'update', values })
  }
  return changes
}

function insertItem(table: string, contactId: string, id: string, item: DraftItem, position: number): Change {
  return { table, id, kind: 'insert', values: { contact_id: contactId, ...item.values, position } }
}

/** A tag is made when it is not there, and comes back when it was deleted; so is its link. */
function tagChanges(contactId: string, stored: readonly TagLink[], names: readonly string[]): readonly Change[] {
  const before = new Map(stored.map(tag => [tag.tag_id, tag.id]))
  // one that she has and that is called so stays, without working out its id anew
  const known = new Map(stored.map(tag => [tag.name, tag.tag_id]))
  const wanted = new Map<string, string>()
  for (const name of names) {
    const tagId = known.get(name) ?? tagIdOf(name)
    if (!wanted.has(tagId)) wanted.set(tagId, name)
  }
  const gone = [...before].filter(([tagId]) => !wanted.has(tagId))
  const added = [...wanted].filter(([tagId]) => !before.has(tagId))
  return [
    ...gone.map(([, id]): Change => ({ table: 'contact_tag', id, kind: 'delete', values: {} })),
    ...added.flatMap(([tagId, name]): Change[] => [
      { table: 'tag', id: tagId, kind: 'insert', values: { name }, ifAbsent: true },
      {
        table: 'contact_tag',
        id: derivedLinkId(contactId, tagId, 'contact-tag'),
        kind: 'insert',
        values: { contact_id: contactId, tag_id: tagId },
        ifAbsent: true,
      },
    ]),
  ]
}

function differing(before: ChangeValues, after: ChangeValues): ChangeValues {
  return Object.fromEntries(Object.entries(after).filter(([column, value]) => before[column] !== value))
}

function assertOwnItems(list: string, wanted: readonly DraftItem[], stored: readonly StoredItem[]): void {
  const free = new Set(stored.map(item => item.id))
  wanted.forEach(({ id }, index) => {
    if (id !== null && !free.delete(id)) throw new AppError('invalid-input', { field: `${list}.${index}.id` })
  })
}
