import { recoveryGroupCount } from '../../../shared/features/vault/vault.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'

export interface TypedGroups {
  readonly first: number
  readonly firstText: string
  readonly second: number
  readonly secondText: string
}

/** A recovery code between being shown and being confirmed: in memory only, for as long as a walk to the printer takes. */
export interface PreparedCode {
  /** A new code; the one before is forgotten. */
  readonly prepare: () => string
  /** The code, when both groups were typed right. Throws wrong-recovery-code with the field, not-found when none is prepared. */
  readonly confirm: (typed: TypedGroups) => string
  readonly forget: () => void
}

export function createPreparedCode(makeCode: () => string): PreparedCode {
  let code: string | null = null
  return {
    prepare: () => {
      const made = makeCode()
      code = made
      return made
    },
    confirm: typed => {
      if (code === null) throw new AppError('not-found', { field: 'recoveryCode' })
      if (typed.first === typed.second) throw new AppError('invalid-input', { field: 'confirm.second' })
      if (!isGroup(code, typed.first, typed.firstText)) throw new AppError('wrong-recovery-code', { field: 'confirm.firstText' })
      if (!isGroup(code, typed.second, typed.secondText))
        throw new AppError('wrong-recovery-code', { field: 'confirm.secondText' })
      return code
    },
    forget: () => {
      code = null
    },
  }
}

function isGroup(code: string, group: number, text: string): boolean {
  const groups = code.split('-')
  if (groups.length !== recoveryGroupCount) throw new Error('a recovery code of another form')
  return groups[group - 1] === readAsWritten(text)
}

/** Crockford's reading: case, spaces and full-width forms do not matter; O is 0, I and L are 1. */
function readAsWritten(text: string): string {
  return text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}_.]/gu, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
}
