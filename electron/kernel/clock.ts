import { v7 } from 'uuid'

export type Now = () => Date

export const systemNow: Now = () => new Date()

/** UUIDv7 (RFC 9562) of the system's clock. */
export function newId(): string {
  return v7()
}
