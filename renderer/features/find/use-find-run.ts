import { useLocation, useNavigate } from 'react-router'
import type { ContactId, ContactRow } from '../../../shared/features/contacts/contact.ts'
import { call } from '../../kernel/client.ts'
import { runCommand } from '../../kernel/command-registry.ts'
import { openContactWindow } from '../../kernel/contact-window.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { text } from '../../kernel/i18n.ts'
import { leaveNewContactText } from '../../kernel/new-contact-text.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { customerPath, paths } from '../../kernel/paths.ts'
import { wantFilter } from '../../kernel/wanted-filter.ts'
import { trashContacts } from '../contacts/contact-actions.ts'
import { closeForm, hasUnsavedText, openContactForm, useContactFormStore } from '../contacts/contact-form-store.ts'
import { useContactPageStore, wantTitle } from '../contacts/contact-page-store.ts'
import { prefillFrom } from '../contacts/contact-prefill.ts'
import type { CustomerActionId } from './customer-actions.ts'
import type { FindRow } from './find-rows.ts'
import { useFind } from './find-store.ts'

export type Where = 'here' | 'window'

type Go = (path: string) => void

interface FindRun {
  readonly run: (row: FindRow, where: Where) => void
  /** Makes a new customer of what is typed. */
  readonly create: (typed: string) => void
}

/** What a row does when it is chosen. The box closes first. */
export function useFindRun(onClose: () => void): FindRun {
  const navigate = useNavigate()
  const { pathname } = useLocation()
  const go: Go = path => void navigate(path)
  const create = (typed: string) => {
    onClose()
    void createFrom(typed, pathname === paths.newCustomer ? null : go)
  }
  const run = (row: FindRow, where: Where) => {
    const { acting } = useFind.getState()
    onClose()
    switch (row.kind) {
      case 'customer':
        return void act(where === 'window' ? 'window' : 'open', row.hit.row, go)
      case 'action':
        return acting === null ? undefined : void act(row.id, acting.customer, go)
      case 'command':
        // the screen below answers once the box is gone
        return void setTimeout(() => runCommand(row.id))
      case 'staff':
        return void showCustomersOf(row.member.id, go)
      case 'create':
        return void createFrom(row.name + row.phone, pathname === paths.newCustomer ? null : go)
    }
  }
  return { run, create }
}

async function act(id: CustomerActionId, customer: ContactRow, go: Go): Promise<void> {
  switch (id) {
    case 'open':
    case 'edit':
      if (!(await leaveForm())) return
      if (id === 'open') wantTitle(customer.id)
      go(customerPath(customer.id))
      if (id === 'edit' && (await isShown(customer.id))) await openContactForm({ kind: 'edit', id: customer.id })
      return
    case 'window':
      return openContactWindow(customer.id)
    case 'copy-phone':
      return copyPhoneOf(customer)
    case 'trash':
      await trashContacts([customer.id], customer.name)
  }
}

async function showCustomersOf(staffId: string, go: Go): Promise<void> {
  if (!(await leaveForm())) return
  wantFilter({ match: 'all', items: [{ on: 'choice', field: 'assignee', test: { op: 'any', values: [staffId] } }] })
  go(paths.customers)
}

/** Null where the form is what the page shows already: its address stays the same. */
async function createFrom(typed: string, go: Go | null): Promise<void> {
  if (!(await leaveForm())) return
  if (go === null) return openContactForm({ kind: 'new' }, prefillFrom(typed))
  leaveNewContactText(typed)
  go(paths.newCustomer)
}

/** Waits for the page of a customer: true when it shows her, false when it cannot or somebody else was opened meanwhile. */
async function isShown(id: ContactId): Promise<boolean> {
  const first = useContactPageStore.getState()
  if (first.id === id && first.contact.status === 'ready') return true
  return new Promise(resolve => {
    const stop = useContactPageStore.subscribe((state, before) => {
      const isOther = state.id !== id && state.id !== before.id
      const isSettled = state.id === id && (state.contact.status === 'ready' || state.contact.status === 'failed')
      if (!isOther && !isSettled) return
      stop()
      resolve(isSettled && state.contact.status === 'ready')
    })
  })
}

async function copyPhoneOf({ phone }: ContactRow): Promise<void> {
  const result = await call('app.copy', { text: phone })
  showNotice(
    result.ok
      ? { tone: 'ok', text: text('contacts:page.phoneCopied') }
      : { tone: 'error', text: failureText(text, result.failure) },
  )
}

/** A form that was open behind the box closes; what was typed stays as a draft. False: it could not be kept. */
async function leaveForm(): Promise<boolean> {
  const { form } = useContactFormStore.getState()
  const isKept = form !== null && form.offered === null && hasUnsavedText(form)
  if (!(await closeForm())) return false
  if (isKept) showNotice({ tone: 'info', text: text('contacts:form.draftKept') })
  return true
}
