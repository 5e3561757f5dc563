import { announce } from '../../kernel/announce.ts'
import { call } from '../../kernel/client.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { text } from '../../kernel/i18n.ts'

/** Puts a number on the clipboard as it is stored and says so; main clears it again after 60 s. */
export async function copyPhone(value: string): Promise<boolean> {
  return copy(value, text('contacts:page.phoneCopied'))
}

/** Puts any other value of a customer on the clipboard. */
export async function copyContactText(value: string): Promise<boolean> {
  return copy(value, text('contacts:page.copied'))
}

async function copy(value: string, said: string): Promise<boolean> {
  const result = await call('app.copy', { text: value })
  announce(result.ok ? said : failureText(text, result.failure), result.ok ? 'polite' : 'assertive')
  return result.ok
}
