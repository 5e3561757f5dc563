import type { ContactFormValues } from './contact-form-model.ts'

/** What was typed in quick find, put where it belongs: a number into the phone, anything else into the name. */
export function prefillFrom(text: string): Partial<ContactFormValues> {
  const typed = text.trim()
  if (typed === '') return {}
  if (!/^[+()（）\d\s.-]+$/u.test(typed) || !/\d/u.test(typed)) return { name: typed }
  return { phones: [{ key: 'prefill', id: null, label: 'mobile', value: typed, preferred: true }] }
}
