/** For exhaustive switches: does not compile while a case is missing. */
export function assertNever(value: never): never {
  throw new Error(`unexpected case: ${String(value)}`)
}

/** States why a value cannot be absent; throws (a bug) when it is. */
export function assertNonNullable<T>(value: T, why: string): asserts value is NonNullable<T> {
  if (value === null || value === undefined) throw new Error(`invariant broken: ${why}`)
}
