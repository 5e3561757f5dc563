interface HighlightProps {
  readonly text: string
  readonly query: string
}

/** The text with every place that equals the query marked; spaces and dashes in numbers do not matter. */
export function Highlight({ text, query }: HighlightProps) {
  return <>{markMatches(text, query).map((part, index) => (part.hit ? <mark key={index}>{part.text}</mark> : part.text))}</>
}

interface Part {
  readonly text: string
  readonly hit: boolean
}

/** Cuts the text into parts that do and do not equal the query. Joined, they are the text again. */
export function markMatches(text: string, query: string): readonly Part[] {
  const pattern = patternFor(query)
  if (pattern === null) return [{ text, hit: false }]
  const parts: Part[] = []
  let from = 0
  for (const match of text.matchAll(pattern)) {
    if (match.index > from) parts.push({ text: text.slice(from, match.index), hit: false })
    parts.push({ text: match[0], hit: true })
    from = match.index + match[0].length
  }
  if (from < text.length) parts.push({ text: text.slice(from), hit: false })
  return parts
}

function patternFor(query: string): RegExp | null {
  const bare = query.trim()
  if (bare === '') return null
  const isNumber = /^[+\d\s-]+$/u.test(bare) && /\d/u.test(bare)
  const signs = isNumber ? Array.from(bare.replaceAll(/\D/gu, '')) : Array.from(bare)
  const escaped = signs.map(sign => sign.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`))
  return new RegExp(escaped.join(isNumber ? String.raw`[\s-]?` : ''), 'giu')
}
