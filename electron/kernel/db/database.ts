import type Database from 'better-sqlite3'

export type SqlValue = string | number | bigint | null | Uint8Array
export type SqlParams = readonly SqlValue[]

/** Reads only. What handlers and repositories get. */
export interface ReadableDb {
  all<Row>(sql: string, ...params: SqlParams): Row[]
  get<Row>(sql: string, ...params: SqlParams): Row | undefined
  iterate<Row>(sql: string, ...params: SqlParams): IterableIterator<Row>
}

/** Never leaves the kernel: everything else writes through `applyChanges`. */
export interface WritableDb extends ReadableDb {
  run(sql: string, ...params: SqlParams): { readonly changes: number }
  exec(sql: string): void
  readonly inTransaction: boolean
  /** One immediate transaction: all of it or nothing. Throws when one is already open. */
  transaction<T>(work: () => T): T
}

/** Wraps a driver's connection; statements are prepared once and kept. */
export function wrapDatabase(connection: Database.Database): WritableDb {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string): Database.Statement => {
    const known = statements.get(sql)
    if (known !== undefined) return known
    const statement = connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  return {
    // the row type is the repository's claim about its own SQL; its mapping parses the row
    all: <Row>(sql: string, ...params: SqlParams) => prepare(sql).all(...params) as Row[],
    get: <Row>(sql: string, ...params: SqlParams) => prepare(sql).get(...params) as Row | undefined,
    iterate: <Row>(sql: string, ...params: SqlParams) => prepare(sql).iterate(...params) as IterableIterator<Row>,
    run: (sql, ...params) => ({ changes: prepare(sql).run(...params).changes }),
    exec: sql => void connection.exec(sql),
    get inTransaction() {
      return connection.inTransaction
    },
    transaction: work => connection.transaction(work).immediate(),
  }
}
