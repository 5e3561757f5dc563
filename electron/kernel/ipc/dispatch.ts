import { JobStarted } from '../../../shared/features/jobs/job.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Channel, Contract } from '../../../shared/kernel/channel.ts'
import { maskValue } from '../../../shared/kernel/masking.ts'
import { isAllowed, type Role } from '../../../shared/kernel/permission.ts'
import { type Failure, fail, type Result, succeed } from '../../../shared/kernel/result.ts'

/** Writes a bug to the log and answers the reference by which a person can name it. */
export type LogBug = (channel: string, error: unknown) => string

export interface DispatchTarget {
  readonly channels: Contract
  /** Null while locked: only channels open to anyone answer. */
  readonly role: () => Role | null
  readonly run: (name: string, channel: Channel, input: unknown) => CheckedOutput | Promise<CheckedOutput>
  readonly logBug: LogBug
}

/** An answer that fits its contract: made by `checkOutput` alone, so that each is looked at once. */
export interface CheckedOutput {
  readonly checked: unknown
}

/**
 * Answers every call with a Result: it never throws and never hangs. Order: known name, unlocked, permission,
 * parse, run, parse, mask. Its caller has already checked the sender.
 */
export async function dispatch(target: DispatchTarget, name: string, raw: unknown): Promise<Result<unknown>> {
  try {
    const channel = findChannel(target.channels, name)
    const role = target.role()
    assertAllowed(channel, role)
    const { checked } = await target.run(name, channel, parseInput(channel, raw))
    return succeed(presentOutput(channel, role, checked))
  } catch (error) {
    return fail(toFailure(error, () => target.logBug(name, error)))
  }
}

/** The channel of that name in the closed contract; throws unknown-channel, also for inherited names. */
export function findChannel(channels: Contract, name: string): Channel {
  const channel = Object.hasOwn(channels, name) ? channels[name] : undefined
  if (channel === undefined) throw new AppError('unknown-channel')
  return channel
}

/** Throws invalid-input with the path of the first field at fault; the value itself stays out of the message. */
export function parseInput(channel: Channel, raw: unknown): unknown {
  const parsed = channel.input.safeParse(raw)
  if (parsed.success) return parsed.data
  throw new AppError('invalid-input', { field: parsed.error.issues[0]?.path.map(String).join('.') ?? '' })
}

/** Throws (a bug) for an answer that breaks its contract. */
export function checkOutput(channel: Channel, output: unknown): CheckedOutput {
  return { checked: outputOf(channel).parse(output) }
}

/** Expected failures keep their code; anything else is a bug: `internal` with the log's reference. */
export function toFailure(error: unknown, logBug: () => string): Failure {
  if (error instanceof AppError) return { code: error.code, ...error.details }
  return { code: 'internal', reference: logBug() }
}

function assertAllowed(channel: Channel, role: Role | null): void {
  if (channel.permission === 'anyone') return
  if (role === null) throw new AppError('locked')
  if (!isAllowed(role, channel.permission)) throw new AppError('forbidden')
}

function presentOutput(channel: Channel, role: Role | null, output: unknown): unknown {
  return role === null || isAllowed(role, 'values.reveal') ? output : maskValue(outputOf(channel), output)
}

function outputOf(channel: Channel): Channel['output'] {
  return channel.kind === 'task' ? JobStarted : channel.output
}
