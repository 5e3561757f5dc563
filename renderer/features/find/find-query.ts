/** What the box looks for: everything, or only what its first sign says. */
export type FindMode = 'all' | 'commands' | 'numbers' | 'staff'

export interface FindQuery {
  readonly mode: FindMode
  /** What is looked for, without the sign and without spaces around it. */
  readonly query: string
}

/** As typed with any input method, in half and in full width. */
const signs: Readonly<Record<string, FindMode>> = {
  '>': 'commands',
  '》': 'commands',
  '＞': 'commands',
  '#': 'numbers',
  '＃': 'numbers',
  '@': 'staff',
  '＠': 'staff',
}

/** What is asked for. While an input method composes, the letters are pinyin: its spaces and separators do not count. */
export function readQuery(typed: string, composing: boolean): FindQuery {
  const text = typed.trim()
  const mode = signs[text.slice(0, 1)]
  const query = mode === undefined ? text : text.slice(1).trim()
  return { mode: mode ?? 'all', query: composing ? query.replaceAll(/['’\s]/gu, '') : query }
}

/** Whether customers are looked for by it. */
export function asksForCustomers(mode: FindMode): boolean {
  return mode === 'all' || mode === 'numbers'
}

/** Digits, as people write them in a number. */
export function isNumberText(query: string): boolean {
  return /^\+?[\d\s()（）-]+$/u.test(query) && /\d{3}/u.test(query)
}
