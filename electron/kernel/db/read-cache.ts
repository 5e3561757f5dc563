/** What was worked out from the vault's rows, kept until one of them changes. */
export interface ReadCache {
  /**
   * What `make` gave for this key, made anew once a record was written. Of many keys the ones used last are kept.
   * Nothing is kept that was made inside a transaction, which may still be taken back.
   */
  readonly remember: <T>(key: string, make: () => T) => T
}

export interface ReadCacheParts {
  /** Grows with every record written; drafts and other local rows leave it as it is. */
  readonly version: () => number
  readonly isInTransaction: () => boolean
  /** Entries kept at most. */
  readonly size: number
}

export function createReadCache({ version, isInTransaction, size }: ReadCacheParts): ReadCache {
  const entries = new Map<string, unknown>()
  let madeAt = version()
  return {
    remember: <T>(key: string, make: () => T): T => {
      if (madeAt !== version()) {
        entries.clear()
        madeAt = version()
      }
      if (entries.has(key)) {
        const known = entries.get(key) as T // one key is one question, and has answers of one type
        entries.delete(key)
        entries.set(key, known)
        return known
      }
      const made = make()
      if (isInTransaction()) return made
      entries.set(key, made)
      for (const oldest of entries.keys()) {
        if (entries.size <= size) break
        entries.delete(oldest)
      }
      return made
    },
  }
}
