import type { SqlValue } from '../db/database.ts'
import type { ChangeValues } from './change.ts'

/**
 * Values as the log's JSON: text, numbers and null as they are; whole numbers past 2^53 as `{"i":"…"}`,
 * bytes as `{"b":"base64"}`, infinities as `{"f":"…"}`.
 */
export function encodeValues(values: ChangeValues): string {
  return JSON.stringify(values, encodeOne)
}

export function decodeValues(json: string): ChangeValues {
  const values = JSON.parse(json) as Record<string, EncodedValue | SqlValue> // written by encodeValues
  for (const [column, value] of Object.entries(values)) {
    if (isEncoded(value)) values[column] = decodeOne(value)
  }
  return values as ChangeValues // nothing encoded is left
}

type EncodedValue = { readonly i: string } | { readonly b: string } | { readonly f: string }

function isEncoded(value: EncodedValue | SqlValue): value is EncodedValue {
  return typeof value === 'object' && value !== null && !(value instanceof Uint8Array)
}

// JSON.stringify calls toJSON of a Buffer before the replacer sees it, hence `this`
function encodeOne(this: Readonly<Record<string, unknown>>, key: string, value: unknown): unknown {
  if (typeof value === 'string' || value === null) return value
  if (typeof value === 'number') return Number.isFinite(value) ? value : { f: String(value) }
  if (typeof value === 'bigint') return { i: value.toString() }
  const original = this[key]
  if (original instanceof Uint8Array) return { b: Buffer.from(original).toString('base64') }
  return value
}

function decodeOne(value: EncodedValue): SqlValue {
  if ('i' in value) return BigInt(value.i)
  if ('f' in value) return Number(value.f)
  return Buffer.from(value.b, 'base64')
}

/** Equal as stored: bytes by content, whole numbers by value. */
export function sameValue(a: SqlValue, b: SqlValue): boolean {
  if (a === b) return true
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0
  if (typeof a === 'bigint' || typeof b === 'bigint') return a !== null && b !== null && Number(a) === Number(b)
  return false
}
