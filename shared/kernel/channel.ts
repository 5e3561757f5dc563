import type { z } from 'zod'
import type { Permission } from './permission.ts'

/** query reads · command writes, synchronous, one transaction · task is slow, reports progress, can be cancelled. */
export type ChannelKind = 'query' | 'command' | 'task'

/**
 * Where the handler runs. `main`: windows, files, preferences, opening and locking the vault; answered also
 * while locked. `vault`: the vault worker, answered only while unlocked.
 */
export type ChannelHome = 'main' | 'vault'

export interface Channel<
  K extends ChannelKind = ChannelKind,
  H extends ChannelHome = ChannelHome,
  I extends z.ZodType = z.ZodType,
  O extends z.ZodType = z.ZodType,
> {
  readonly kind: K
  readonly home: H
  readonly permission: Permission
  readonly input: I
  readonly output: O
}

export type Contract = Readonly<Record<string, Channel>>

function define<K extends ChannelKind, H extends ChannelHome>(kind: K, home: H) {
  return <I extends z.ZodType, O extends z.ZodType>(permission: Permission, input: I, output: O): Channel<K, H, I, O> => ({
    kind,
    home,
    permission,
    input,
    output,
  })
}

export const query = define('query', 'vault')
export const command = define('command', 'vault')
export const task = define('task', 'vault')
export const mainQuery = define('query', 'main')
export const mainCommand = define('command', 'main')

/** What a caller passes; for a schema with defaults the shape before parsing. */
export type InputOf<C extends Channel> = z.input<C['input']>
export type ParsedInputOf<C extends Channel> = z.output<C['input']>
export type OutputOf<C extends Channel> = z.output<C['output']>
