import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import {
  type ContactFormValues,
  type ContactListName,
  formValuesOf,
  isBlankRow,
  type Keyed,
  plainFields,
  sameValues,
} from '../contact-form-model.ts'
import type { CustomTyped } from './custom-input.ts'

/**
 * What the form holds after a save: the stored values, rows under the keys they had; when typing went on meanwhile,
 * what is typed now, with the ids that new rows were given.
 */
export function afterSave(now: ContactFormValues, saved: ContactFormValues, stored: Contact): ContactFormValues {
  const keys = (list: ContactListName) => saved[list].filter(item => !isBlankRow(list, item)).map(item => item.key)
  if (now !== saved) {
    const adopt = <T extends Keyed<{ readonly id: string | null }>>(items: readonly T[], list: ContactListName) =>
      items.map(item => ({ ...item, id: item.id ?? stored[list][keys(list).indexOf(item.key)]?.id ?? null }))
    const { phones, emails, addresses, handles } = now
    return {
      ...now,
      phones: adopt(phones, 'phones'),
      emails: adopt(emails, 'emails'),
      addresses: adopt(addresses, 'addresses'),
      handles: adopt(handles, 'handles'),
    }
  }
  const rekey = <T extends Keyed<object>>(items: readonly T[], list: ContactListName) =>
    items.map((item, index) => ({ ...item, key: keys(list)[index] ?? item.key }))
  const values = formValuesOf(stored)
  return {
    ...values,
    phones: rekey(values.phones, 'phones'),
    emails: rekey(values.emails, 'emails'),
    addresses: rekey(values.addresses, 'addresses'),
    handles: rekey(values.handles, 'handles'),
  }
}

const mergedWhole = [...plainFields, 'birthday', 'phones', 'emails', 'addresses', 'handles'] as const

/** The newer version with every field, list and own field that was changed since `base` as it was typed. */
export function onNewerVersion(typed: ContactFormValues, base: ContactFormValues, newer: ContactFormValues): ContactFormValues {
  const kept = mergedWhole
    .filter(field => !sameValues({ ...base, [field]: typed[field] }, base))
    .map(field => [field, typed[field]])
  return { ...newer, ...Object.fromEntries(kept), custom: customOnNewer(typed.custom, base.custom, newer.custom) }
}

function customOnNewer(typed: CustomTyped, base: CustomTyped, newer: CustomTyped): CustomTyped {
  const touched = Object.keys({ ...base, ...typed }).filter(id => (typed[id] ?? '').trim() !== (base[id] ?? '').trim())
  return { ...newer, ...Object.fromEntries(touched.map(id => [id, typed[id] ?? ''])) }
}
