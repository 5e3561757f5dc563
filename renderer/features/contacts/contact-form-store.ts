import type { ActSummary } from '../../../shared/features/acts/act.ts'
import type { Contact, ContactId } from '../../../shared/features/contacts/contact.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { createVaultStore } from '../../kernel/create-vault-store.ts'
import { shownValue } from '../../kernel/loadable.ts'
import { loadFields, useFieldStore } from '../fields/field-store.ts'
import { noteDraft } from './contact-drafts-store.ts'
import { type ContactFormTarget, draftKeyOf, packDraft, type SealedForm, unpackDraft } from './contact-form-draft.ts'
import { addItem } from './contact-form-edits.ts'
import {
  type ContactFormValues,
  checkForm,
  emptyFormValues,
  type FieldError,
  fieldOfPath,
  formValuesOf,
  sameValues,
} from './contact-form-model.ts'
import { afterSave, onNewerVersion } from './form/form-merge.ts'
import type { FormSection } from './form/form-sections.ts'

/** What is typed is sealed this long after the first key that is not: less than a second, also while typing goes on. */
const sealAfterMs = 600
/** What could not be sealed (a full disk) is tried again this often. */
const sealAgainMs = 10_000

export interface OpenForm {
  readonly target: ContactFormTarget
  readonly values: ContactFormValues
  /** What is stored: values that equal it need no saving. */
  readonly stored: ContactFormValues
  readonly revision: string | null
  readonly errors: readonly FieldError[]
  readonly saving: boolean
  readonly failure: Failure | null
  /** A sealed draft from before, offered until the person resumes or discards it. */
  readonly offered: SealedForm | null
  /** Somebody else's version, when the customer changed since typing began. */
  readonly conflict: Contact | null
  /** Counts refused saves, so that the screen moves the focus at each. */
  readonly refusals: number
  /** Where the focus begins; null at the name. */
  readonly section: FormSection | null
  /** Who is responsible as stored, so that she is named also when she no longer works here. */
  readonly assigneeName: string
}

export interface ContactFormState {
  readonly form: OpenForm | null
  /** Loading what is to be edited. */
  readonly opening: ContactFormTarget | null
  readonly failure: Failure | null
}

export type SaveOutcome = { readonly id: ContactId; readonly act: ActSummary | null } | null

export const useContactFormStore = createVaultStore<ContactFormState>(() => ({ form: null, opening: null, failure: null }))

let sealing: ReturnType<typeof setTimeout> | undefined
let sealFailure: Failure | null = null
let saveUnderWay: Promise<unknown> = Promise.resolve()

/** Opens the form, at a section if one is named; text that was typed before and not saved is offered in it. */
export async function openContactForm(
  target: ContactFormTarget,
  prefill: Partial<ContactFormValues> = {},
  section: FormSection | null = null,
): Promise<void> {
  if (!(await sealNow())) return
  useContactFormStore.setState({ form: null, opening: target, failure: null })
  const [stored, sealed] = await Promise.all([
    loadStored(target),
    call('drafts.load', { key: draftKeyOf(target) }),
    useFieldStore.getState().fields.status === 'ready' ? null : loadFields(),
  ])
  if (useContactFormStore.getState().opening !== target) return
  if (!stored.ok) return useContactFormStore.setState({ failure: stored.failure })
  const offered = sealed.ok && sealed.value.text !== null ? unpackDraft(sealed.value.text, stored.values) : null
  const values = target.kind === 'new' ? startingValues({ ...stored.values, ...prefill }) : stored.values
  const isNews = offered !== null && !sameValues(offered.values, stored.values)
  useContactFormStore.setState({
    opening: null,
    form: {
      target,
      values,
      stored: stored.values,
      revision: stored.revision,
      errors: [],
      saving: false,
      failure: null,
      offered: isNews ? offered : null,
      conflict: null,
      refusals: 0,
      section,
      assigneeName: stored.assigneeName,
    },
  })
}

/** Changes the values and seals them soon. Messages of the field that changed go away. */
export function editForm(change: (values: ContactFormValues) => ContactFormValues, field?: string): void {
  updateForm(form => ({
    values: change(form.values),
    errors: field === undefined ? form.errors : form.errors.filter(error => error.field !== field),
  }))
  sealing ??= setTimeout(() => void sealNow(), sealAfterMs)
}

/** Writes what is typed into the vault now, e.g. before the form closes. False: it is in this window only, and the form says why. */
export async function sealNow(): Promise<boolean> {
  clearTimeout(sealing)
  sealing = undefined
  const { form } = useContactFormStore.getState()
  if (form === null || form.offered !== null) return true
  if (form.saving) {
    sealing = setTimeout(() => void sealNow(), sealAfterMs)
    return true
  }
  const key = draftKeyOf(form.target)
  const isUnsaved = hasUnsavedText(form)
  if (!isUnsaved) {
    await call('drafts.discard', { key })
    noteDraft(key, false)
    return true
  }
  const text = packDraft({ values: form.values, base: form.stored, revision: form.revision })
  const sealed = await call('drafts.save', { key, text })
  if (!sealed.ok) {
    sealFailure = sealed.failure
    updateForm(() => ({ failure: sealed.failure }))
    sealing ??= setTimeout(() => void sealNow(), sealAgainMs)
    return false
  }
  noteDraft(key, true)
  updateForm(now => (now.failure === sealFailure ? { failure: null } : {}))
  return true
}

export function hasUnsavedText(form: OpenForm): boolean {
  return !sameValues(form.values, form.stored)
}

/** Takes the offered draft into the form. */
export function resumeDraft(): void {
  updateForm(form => {
    if (form.offered === null) return {}
    const { values, base, revision } = form.offered
    return { values, stored: base, revision: revision ?? form.revision, offered: null, errors: [] }
  })
}

export async function discardDraft(): Promise<void> {
  const { form } = useContactFormStore.getState()
  if (form === null) return
  updateForm(() => ({ offered: null }))
  const key = draftKeyOf(form.target)
  await call('drafts.discard', { key })
  noteDraft(key, false)
}

/** Saves; null when something stands in the way, which the form then shows. */
export function saveForm(): Promise<SaveOutcome> {
  const saved = saveNow()
  saveUnderWay = saved
  return saved
}

async function saveNow(): Promise<SaveOutcome> {
  const { form } = useContactFormStore.getState()
  if (form === null || form.saving) return null
  const fields = knownFields()
  const check = checkForm(form.values, fields)
  if (!check.ok) return refuse({ errors: check.errors })
  updateForm(() => ({ saving: true, errors: [], failure: null }))
  const result =
    form.target.kind === 'new'
      ? await call('contacts.create', { draft: check.draft })
      : await call('contacts.update', { id: form.target.id, revision: form.revision ?? '', draft: check.draft })
  if (result.ok) return settle(form, result.value)
  if (result.failure.code === 'conflict') return showConflict(form)
  const { field } = result.failure
  if (result.failure.code !== 'invalid-input' || field === undefined) return refuse({ failure: result.failure })
  const path = field.replace(/^draft\./, '')
  return refuse({ errors: [{ field: fieldOfPath(path, form.values, fields), problem: 'not-accepted', limit: 0 }] })
}

/** After a conflict: the newer version with what is typed on top, for the person to look at and save again. */
export function keepTyped(): void {
  updateForm(form => {
    if (form.conflict === null) return {}
    const stored = formValuesOf(form.conflict)
    const values = onNewerVersion(form.values, form.stored, stored)
    return { values, stored, revision: form.conflict.revision, conflict: null }
  })
}

/** After a conflict: takes the newer version into the form; what was typed goes. */
export function takeNewer(): void {
  updateForm(form => {
    if (form.conflict === null) return {}
    const values = formValuesOf(form.conflict)
    return { values, stored: values, revision: form.conflict.revision, conflict: null, errors: [] }
  })
  void sealNow()
}

/** Closes the form; what is typed stays as a draft. False: it could not be kept, so the form stays open. */
export async function closeForm(): Promise<boolean> {
  if (useContactFormStore.getState().form?.saving === true) await saveUnderWay
  if (!(await sealNow())) return false
  useContactFormStore.setState({ form: null, opening: null, failure: null })
  return true
}

/** A new customer nearly always has a number: its row is there to type in. */
function startingValues(values: ContactFormValues): ContactFormValues {
  return values.phones.length > 0 ? values : addItem(values, 'phones', 'first')
}

/** The shop's own fields as far as they are known; the vault checks the rest. */
function knownFields() {
  return shownValue(useFieldStore.getState().fields) ?? []
}

type Stored =
  | { readonly ok: true; readonly values: ContactFormValues; readonly revision: string | null; readonly assigneeName: string }
  | { readonly ok: false; readonly failure: Failure }

async function loadStored(target: ContactFormTarget): Promise<Stored> {
  if (target.kind === 'new') return { ok: true, values: emptyFormValues(), revision: null, assigneeName: '' }
  const result = await call('contacts.get', { id: target.id })
  if (!result.ok) return result
  const { revision, assigneeName } = result.value
  return { ok: true, values: formValuesOf(result.value), revision, assigneeName }
}

async function settle(form: OpenForm, saved: { id: ContactId; act: ActSummary | null }): Promise<SaveOutcome> {
  const fresh = await call('contacts.get', { id: saved.id })
  const key = draftKeyOf(form.target)
  await call('drafts.discard', { key })
  noteDraft(key, false)
  updateForm(now => {
    if (!fresh.ok) return { saving: false }
    return {
      target: { kind: 'edit', id: saved.id },
      values: afterSave(now.values, form.values, fresh.value),
      stored: formValuesOf(fresh.value),
      revision: fresh.value.revision,
      assigneeName: fresh.value.assigneeName,
      saving: false,
      failure: null,
    }
  })
  return saved
}

async function showConflict(form: OpenForm): Promise<SaveOutcome> {
  const newer = form.target.kind === 'edit' ? await call('contacts.get', { id: form.target.id }) : null
  if (newer?.ok === true) return refuse({ conflict: newer.value })
  return refuse({ failure: newer === null ? { code: 'conflict' } : newer.failure })
}

function refuse(change: Partial<OpenForm>): null {
  updateForm(form => ({ saving: false, failure: null, ...change, refusals: form.refusals + 1 }))
  return null
}

function updateForm(change: (form: OpenForm) => Partial<OpenForm>): void {
  useContactFormStore.setState(state => (state.form === null ? state : { form: { ...state.form, ...change(state.form) } }))
}
