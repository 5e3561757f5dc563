import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { addItem, editItem } from '../../../../renderer/features/contacts/contact-form-edits.ts'
import { checkForm, formValuesOf } from '../../../../renderer/features/contacts/contact-form-model.ts'
import {
  closeForm,
  discardDraft,
  editForm,
  hasUnsavedText,
  keepTyped,
  type OpenForm,
  openContactForm,
  resumeDraft,
  saveForm,
  takeNewer,
  useContactFormStore,
} from '../../../../renderer/features/contacts/contact-form-store.ts'
import { call } from '../../../../renderer/kernel/client.ts'
import { noteLock } from '../../../../renderer/kernel/lock-counter.ts'
import { ContactId } from '../../../../shared/features/contacts/contact.ts'
import type { FakeCrm } from '../../../helpers/fake-crm.ts'
import { sampleId } from '../../../helpers/fake-shop.ts'
import { installFakeCrm } from '../../../helpers/window-crm.ts'

const target = { kind: 'edit', id: ContactId.parse(sampleId(2)) } as const
let crm: FakeCrm

beforeEach(() => {
  vi.useFakeTimers()
  crm = installFakeCrm({ customers: 5 })
})

afterEach(async () => {
  await closeForm()
  vi.useRealTimers()
})

function form(): OpenForm {
  const { form: open } = useContactFormStore.getState()
  if (open === null) throw new Error('a form is open in this test')
  return open
}

function typeName(name: string): void {
  editForm(values => ({ ...values, name }), 'name')
}

async function sealed(key: string): Promise<string | null> {
  const result = await call('drafts.load', { key })
  return result.ok ? result.value.text : null
}

/** Changes the stored customer behind the form's back. */
async function changeElsewhere(company: string): Promise<void> {
  const stored = await call('contacts.get', { id: target.id })
  if (!stored.ok) throw new Error('the sample customer is there')
  const check = checkForm(formValuesOf(stored.value))
  if (!check.ok) throw new Error('what is stored can be saved')
  const { id, revision } = stored.value
  await call('contacts.update', { id, revision, draft: { ...check.draft, company } })
}

test('what is typed is sealed within a second while typing goes on', async () => {
  await openContactForm({ kind: 'new' })
  for (let n = 0; n < 9; n += 1) {
    typeName('x'.repeat(n + 1))
    await vi.advanceTimersByTimeAsync(100)
  }

  expect(await sealed('contact:new')).toContain('xxxxxx')
})

test('what cannot be sealed keeps the form open, says why and is sealed once there is room', async () => {
  await openContactForm({ kind: 'new' })
  const { crm: program } = window
  let isFull = true
  const callThrough = (name: string, input: unknown) =>
    isFull && name === 'drafts.save' ? Promise.resolve({ ok: false, failure: { code: 'disk-full' } }) : program.call(name, input)
  Object.assign(window, { crm: { ...program, call: callThrough } })
  typeName('Ginkgo')

  expect(await closeForm()).toBe(false)
  expect(form()).toMatchObject({ values: { name: 'Ginkgo' }, failure: { code: 'disk-full' } })

  isFull = false
  await vi.advanceTimersByTimeAsync(10_100)

  expect(form().failure).toBeNull()
  expect(await sealed('contact:new')).toContain('Ginkgo')
})

test('a form that was only looked at leaves no draft', async () => {
  await openContactForm(target)
  await closeForm()

  expect(await sealed(`contact:${target.id}`)).toBeNull()
})

test('text typed before a lock is offered again and comes back when it is resumed', async () => {
  await openContactForm({ kind: 'new' })
  typeName('Half typed')
  await vi.advanceTimersByTimeAsync(700)
  noteLock()

  expect(useContactFormStore.getState().form).toBeNull()

  await openContactForm({ kind: 'new' })

  expect(form().offered?.values.name).toBe('Half typed')
  expect(form().values.name).toBe('')

  resumeDraft()

  expect(form().values.name).toBe('Half typed')
  expect(form().offered).toBeNull()
})

test('an offered draft that is discarded is gone for good', async () => {
  await openContactForm({ kind: 'new' })
  typeName('Half typed')
  await closeForm()
  await openContactForm({ kind: 'new' })
  await discardDraft()
  await closeForm()
  await openContactForm({ kind: 'new' })

  expect(form().offered).toBeNull()
  expect(await sealed('contact:new')).toBeNull()
})

test('an unanswered draft is not overwritten when the form is closed', async () => {
  await openContactForm({ kind: 'new' })
  typeName('Half typed')
  await closeForm()
  await openContactForm({ kind: 'new' })
  await closeForm()

  expect(await sealed('contact:new')).toContain('Half typed')
})

test('saving a new customer discards the draft and goes on as an edit of it', async () => {
  await openContactForm({ kind: 'new' })
  typeName('  Sample customer  ')
  await vi.advanceTimersByTimeAsync(700)
  const outcome = await saveForm()

  expect(outcome?.act?.name).toBe('contact-create')
  expect(form().target).toEqual({ kind: 'edit', id: outcome?.id })
  expect(form().values.name).toBe('Sample customer')
  expect(hasUnsavedText(form())).toBe(false)
  expect(await sealed('contact:new')).toBeNull()
})

test('a second save changes the customer that the first one made', async () => {
  await openContactForm({ kind: 'new' })
  typeName('Sample customer')
  const first = await saveForm()
  editForm(values => ({ ...values, note: 'later' }))
  const second = await saveForm()

  expect(second?.id).toBe(first?.id)
  expect(crm.calls.filter(name => name === 'contacts.create')).toHaveLength(1)
})

test('a form with a mistake is not sent, counts the refusal and keeps what is typed', async () => {
  await openContactForm({ kind: 'new' })
  editForm(values => ({ ...values, note: 'kept' }))
  const outcome = await saveForm()

  expect(outcome).toBeNull()
  expect(form().errors.map(error => error.field)).toEqual(['name'])
  expect(form().refusals).toBe(1)
  expect(form().values.note).toBe('kept')
  expect(crm.calls).not.toContain('contacts.create')
})

test('a message goes when its field is changed', async () => {
  await openContactForm({ kind: 'new' })
  await saveForm()
  typeName('S')

  expect(form().errors).toEqual([])
})

test('a blank row is neither a mistake nor a change', async () => {
  await openContactForm(target)
  editForm(values => addItem(values, 'emails', 'new'))

  expect(hasUnsavedText(form())).toBe(false)
  expect((await saveForm())?.id).toBe(target.id)
})

test('a customer that changed meanwhile is not overwritten: what is typed goes on top of the newer version', async () => {
  await openContactForm(target)
  typeName('Typed here')
  await changeElsewhere('Changed there')
  const refused = await saveForm()

  expect(refused).toBeNull()
  expect(form().conflict?.company).toBe('Changed there')
  expect(form().values.name).toBe('Typed here')

  keepTyped()
  const saved = await saveForm()

  expect(saved?.id).toBe(target.id)
  expect(form().values).toMatchObject({ name: 'Typed here', company: 'Changed there' })
})

test('after a conflict the newer version can be taken instead', async () => {
  await openContactForm(target)
  typeName('Typed here')
  await changeElsewhere('Changed there')
  await saveForm()
  takeNewer()

  expect(form().conflict).toBeNull()
  expect(form().values.company).toBe('Changed there')
  expect(hasUnsavedText(form())).toBe(false)
})

test('a resumed draft of a customer that changed meanwhile ends in the choice, not in an overwrite', async () => {
  await openContactForm(target)
  typeName('Typed before the lock')
  await closeForm()
  await changeElsewhere('Changed there')
  await openContactForm(target)
  resumeDraft()
  await saveForm()

  expect(form().conflict?.company).toBe('Changed there')

  keepTyped()
  await saveForm()

  expect(form().values).toMatchObject({ name: 'Typed before the lock', company: 'Changed there' })
})

test('text that another version sealed is not half shown', async () => {
  await call('drafts.save', { key: 'contact:new', text: '{"version":99}' })
  await openContactForm({ kind: 'new' })

  expect(form().offered).toBeNull()
})

test('a new customer starts with a row for the number, or with the one that was searched for', async () => {
  await openContactForm({ kind: 'new' })

  expect(form().values.phones).toHaveLength(1)

  await closeForm()
  await openContactForm({ kind: 'new' }, { name: 'From quick find' })
  editForm(values => editItem(values, 'phones', 'first', { value: '1001234' }))
  const saved = await saveForm()

  expect(saved).not.toBeNull()
  expect(form().values.phones.map(phone => phone.value)).toEqual(['1001234'])
})

test('a customer that is gone is said, not opened', async () => {
  await openContactForm({ kind: 'edit', id: ContactId.parse(sampleId(999)) })

  expect(useContactFormStore.getState().form).toBeNull()
  expect(useContactFormStore.getState().failure?.code).toBe('not-found')
})
