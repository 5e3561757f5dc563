import { seededRandom } from './power-loss/seeded-random.ts'

const texts = [
  '',
  ' ',
  '\0',
  "'; DROP TABLE contact; --",
  '<script>alert(1)</script>',
  '=HYPERLINK("http://example.com")',
  '../../../../etc/passwd',
  '\uD800',
  '\u202E\u200B',
  '"*" OR NEAR(a b)',
  '%%__%%',
  'constructor',
  '__proto__',
  '0191ffff-0000-7000-8000-000000000000',
  'x'.repeat(100_000),
]
const numbers = [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER, -0, 1e308]
const keys = [
  'id',
  'ids',
  'draft',
  'search',
  'text',
  'offset',
  'limit',
  'actId',
  'key',
  'file',
  'revision',
  'sort',
  'before',
  'surprise',
  '__proto__',
  'toString',
]

/**
 * Inputs that no channel means: wrong types, missing and extra keys, names of prototypes, depth, size, cycles, numbers
 * that are none. The same list for the same seed. Everything can cross a thread (structured clone).
 */
export function hostilePayloads(count: number, seed: number): readonly unknown[] {
  const random = seededRandom(seed)
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T // the lists are not empty
  const value = (depth: number): unknown => {
    const kind = Math.floor(random() * 12)
    if (kind < 3) return pick(texts)
    if (kind < 5) return pick(numbers)
    if (kind === 5) return pick([null, undefined, true, false])
    if (kind === 6) return 12n
    if (kind === 7) return new Uint8Array(16)
    if (kind === 8) return new Date(0)
    if (kind === 9) return new Map([['a', 1]])
    if (depth > 3) return []
    if (kind === 10) return Array.from({ length: Math.floor(random() * 5) }, () => value(depth + 1))
    return object(depth + 1)
  }
  const object = (depth: number): unknown => {
    const entries = Array.from({ length: 1 + Math.floor(random() * 4) }, () => [pick(keys), value(depth)] as const)
    return Object.fromEntries([...entries, ['surprise', value(depth)]])
  }
  return [...special(), ...Array.from({ length: count }, (_, index) => (index % 3 === 0 ? value(0) : object(0)))].slice(0, count)
}

function special(): readonly unknown[] {
  const cyclic: { self?: unknown; surprise: number } = { surprise: 1 }
  cyclic.self = cyclic
  let deep: unknown = 'end'
  for (let n = 0; n < 1000; n += 1) deep = { id: deep }
  return [
    cyclic,
    deep,
    { surprise: 'x'.repeat(10_000_000) },
    [],
    'text',
    7,
    null,
    undefined,
    Object.create(null),
    { ['__proto__']: { id: 1 }, surprise: 1 },
  ]
}
