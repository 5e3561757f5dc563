interface AvatarProps {
  readonly name: string
  readonly size?: 'small' | 'default' | 'large'
}

/** The first sign of a name in a circle: decoration beside the name itself, so it is not read out. */
export function Avatar({ name, size = 'default' }: AvatarProps) {
  return <span className={`avatar avatar-${size}`} data-initial={initialOf(name)} aria-hidden="true" />
}

/** One Han sign, or up to two Latin initials. */
export function initialOf(name: string): string {
  const words = name.split(/\s+/u).filter(word => /^\p{L}/u.test(word))
  const first = firstSign(words[0] ?? '')
  if (first === '' || /\p{Script=Han}/u.test(first)) return first
  const last = words.length > 1 ? firstSign(words.at(-1) ?? '') : ''
  return (first + last).toLocaleUpperCase('en')
}

const signs = new Intl.Segmenter('zh', { granularity: 'grapheme' })

function firstSign(word: string): string {
  const [segment] = signs.segment(word)
  return segment?.segment ?? ''
}
