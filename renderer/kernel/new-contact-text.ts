import { createVaultStore } from './create-vault-store.ts'

const useNewContactText = createVaultStore<{ readonly text: string }>(() => ({ text: '' }))

/** Keeps what was typed in quick find for the form of a new customer. Never in the address: it is personal data. */
export function leaveNewContactText(text: string): void {
  useNewContactText.setState({ text })
}

/** Hands it over; '' when there is none. It is gone when the asking code has run: a screen's effect may ask twice as it comes up. */
export function takeNewContactText(): string {
  const taken = useNewContactText.getState()
  setTimeout(() => {
    if (useNewContactText.getState() === taken) useNewContactText.setState({ text: '' })
  })
  return taken.text
}
