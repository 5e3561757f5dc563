import type Database from 'better-sqlite3'
import type { SqlValue, WritableDb } from '../../electron/kernel/db/database.ts'

/** One statement that the program ran, with how many rows it took where it did not take all. */
export interface RecordedStep {
  readonly method: 'all' | 'column' | 'get' | 'run' | 'some'
  readonly sql: string
  readonly params: readonly SqlValue[]
  readonly rows: number
}

export interface Recorder {
  /** Writes down what goes through it. */
  readonly db: WritableDb
  /** What was run since it was asked last. */
  readonly take: () => readonly RecordedStep[]
}

/** Savepoints and the gate of the guards are the program's own care, not the work itself. */
const care = /_write_gate|^\s*(SAVEPOINT|RELEASE|ROLLBACK)/i

export function recordSql(db: WritableDb): Recorder {
  let steps: RecordedStep[] = []
  const note = (method: RecordedStep['method'], sql: string, params: readonly SqlValue[], rows = 0): void => {
    if (!care.test(sql)) steps.push({ method, sql, params, rows })
  }
  const recording: WritableDb = {
    all: (sql, ...params) => {
      note('all', sql, params)
      return db.all(sql, ...params)
    },
    get: (sql, ...params) => {
      note('get', sql, params)
      return db.get(sql, ...params)
    },
    iterate: function* <Row>(sql: string, ...params: SqlValue[]) {
      let rows = 0
      try {
        for (const row of db.iterate<Row>(sql, ...params)) {
          rows += 1
          yield row
        }
      } finally {
        note('some', sql, params, rows)
      }
    },
    column: (sql, ...params) => {
      note('column', sql, params)
      return db.column(sql, ...params)
    },
    run: (sql, ...params) => {
      note('run', sql, params)
      return db.run(sql, ...params)
    },
    exec: sql => db.exec(sql),
    get inTransaction() {
      return db.inTransaction
    },
    transaction: work =>
      db.transaction(() => {
        note('run', 'BEGIN IMMEDIATE', [])
        const result = work()
        note('run', 'COMMIT', [])
        return result
      }),
  }
  return {
    db: recording,
    take: () => {
      const taken = steps
      steps = []
      return taken
    },
  }
}

/** Runs recorded statements on another connection, each prepared before: what the same SQL costs by itself. */
export function prepareReplay(connection: Database.Database): (steps: readonly RecordedStep[]) => () => void {
  const statements = new Map<string, Database.Statement>()
  const prepare = (sql: string, method: RecordedStep['method']): Database.Statement => {
    // a statement that gives its first column only gives nothing else any more
    const key = `${method === 'column'}${sql}`
    const known = statements.get(key) ?? connection.prepare(sql)
    statements.set(key, known)
    return known
  }
  return steps => {
    const prepared = steps.map(step => ({ ...step, statement: prepare(step.sql, step.method) }))
    return () => {
      for (const { statement, method, params, rows } of prepared) {
        if (method === 'all') statement.all(...params)
        else if (method === 'column') statement.pluck(true).all(...params)
        else if (method === 'get') statement.get(...params)
        else if (method === 'run') statement.run(...params)
        else takeSome(statement, params, rows)
      }
    }
  }
}

function takeSome(statement: Database.Statement, params: readonly SqlValue[], rows: number): void {
  let taken = 0
  for (const _ of statement.iterate(...params)) {
    taken += 1
    if (taken >= rows) return
  }
}
