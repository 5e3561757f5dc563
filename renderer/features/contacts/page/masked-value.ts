/** What kind of value it is, since each is hidden in its own way. */
export type MaskKind = 'phone' | 'email' | 'text'

/** Whether an answer came masked: only for those who may not see such values, and only where stars stand. */
export function isMaskedValue(text: string, mayReveal: boolean): boolean {
  return !mayReveal && text.includes('***')
}

/** The last digits that a masked phone still shows, apart from each other, so that they are spoken one by one; '' for none. */
export function spokenTail(kind: MaskKind, text: string): string {
  const tail = kind === 'phone' ? (/\*(\d{1,4})$/.exec(text)?.[1] ?? '') : ''
  return Array.from(tail).join(' ')
}
