import { createVaultStore } from './create-vault-store.ts'

const useNewContactText = createVaultStore<{ readonly text: string }>(() => ({ text: '' }))

/** Keeps what was typed in quick find for the form of a new customer. Never in the address: it is personal data. */
export function leaveNewContactText(text: string): void {
  useNewContactText.setState({ text })
}

/** Hands it over once; '' when there is none. */
export function takeNewContactText(): string {
  const { text } = useNewContactText.getState()
  useNewContactText.setState({ text: '' })
  return text
}
