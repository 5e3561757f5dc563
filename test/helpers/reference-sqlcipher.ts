import { createRequire } from 'node:module'

/** A connection of the reference implementation, SQLCipher itself, for interop tests. */
export interface ReferenceDatabase {
  readonly exec: (sql: string) => Promise<void>
  readonly all: <Row>(sql: string) => Promise<Row[]>
  readonly close: () => Promise<void>
}

type Callback<T> = (error: Error | null, value: T) => void
interface NativeDatabase {
  exec(sql: string, done: Callback<void>): void
  all(sql: string, done: Callback<unknown[]>): void
  close(done: Callback<void>): void
}
interface NativeModule {
  readonly Database: new (path: string, opened: Callback<void>) => NativeDatabase
}

/** Null where it was not built (it is optional); throws instead when ZHANGGUI_SQLCIPHER_REQUIRED=1. */
export function loadReferenceSqlcipher(): ((path: string) => Promise<ReferenceDatabase>) | null {
  const native = requireNative()
  return native === null ? null : path => openReference(native, path)
}

function requireNative(): NativeModule | null {
  try {
    // the package has no types; this is the part of its documented API that the tests use
    return createRequire(import.meta.url)('@journeyapps/sqlcipher') as NativeModule
  } catch (error) {
    if (process.env.ZHANGGUI_SQLCIPHER_REQUIRED === '1') throw error
    return null
  }
}

async function openReference(native: NativeModule, path: string): Promise<ReferenceDatabase> {
  const database = await new Promise<NativeDatabase>((resolve, reject) => {
    const opening: NativeDatabase = new native.Database(path, error => (error === null ? resolve(opening) : reject(error)))
  })
  return {
    exec: sql => promised(done => database.exec(sql, done)),
    all: <Row>(sql: string) => promised<Row[]>(done => database.all(sql, done as Callback<unknown[]>)),
    close: () => promised(done => database.close(done)),
  }
}

function promised<T>(start: (done: Callback<T>) => void): Promise<T> {
  return new Promise((resolve, reject) => start((error, value) => (error === null ? resolve(value) : reject(error))))
}
