const texts = [
  '',
  ' ',
  '\0',
  '\uD800',
  '\uDC00x',
  '\u202E\u200B\uFEFF',
  '\uFDD0\uFDD5',
  '"*" OR NEAR(a b)',
  'a* ^b {c}: -d',
  "'; DROP TABLE contact; --",
  '%_\\',
  '__proto__',
  'constructor',
  'hasOwnProperty',
  '1 '.repeat(100),
  '王 '.repeat(100),
  '率绿旅虑女'.repeat(40),
  'ǖ'.repeat(200),
  '0000-00-00',
  'ffffffffffffffffffffffffffffffff',
  '0191ffff-0000-7000-8000-000000000000',
  '\u{10FFFF}'.repeat(100),
  'é'.repeat(1000),
  'x'.repeat(2_000_000),
]
const numbers = [0, -1, -0, 1.5, 1e308, 2 ** 31, 2 ** 53, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]

/**
 * A right input with one of its parts replaced by what nobody means: other types, numbers that are none, halves of
 * characters, names of prototypes, arrays and groups without end. Everything can cross a thread.
 */
export function* withHostileParts(input: unknown): Generator {
  for (const path of pathsOf(input)) for (const part of hostile()) yield replaced(input, path, part)
  for (const path of pathsOf(input)) yield replaced(input, [...path, 'surprise'], 1)
  yield JSON.parse(`{"__proto__":{"actId":"0191ffff-0000-7000-8000-000000000000"}}`)
}

function hostile(): readonly unknown[] {
  const circle: { match: string; items: unknown[] } = { match: 'all', items: [] }
  circle.items.push(circle)
  const wide = groups(50, groups(50, groups(50, { match: 'none', items: [] })))
  return [...texts, ...numbers, null, undefined, true, 12n, [], {}, Array.from({ length: 100_000 }, () => ''), circle, wide]
}

function groups(count: number, item: unknown): unknown {
  return { match: 'any', items: Array.from({ length: count }, () => item) }
}

type Path = readonly (string | number)[]

function pathsOf(input: unknown): readonly Path[] {
  if (typeof input !== 'object' || input === null) return [[]]
  const keys: readonly (string | number)[] = Array.isArray(input) ? [...input.keys()] : Object.keys(input)
  const inner = keys.flatMap(key =>
    pathsOf((input as Readonly<Record<string | number, unknown>>)[key]).map(path => [key, ...path]),
  ) // its own key
  return [[], ...inner]
}

function replaced(input: unknown, [key, ...rest]: Path, part: unknown): unknown {
  if (key === undefined) return part
  if (typeof input !== 'object' || input === null) return input
  const before = (input as Readonly<Record<string | number, unknown>>)[key] // its own key, or one that is new
  const after = replaced(before, rest, part)
  if (Array.isArray(input)) return input.map((item: unknown, index) => (index === key ? after : item))
  return { ...input, [key]: after }
}
