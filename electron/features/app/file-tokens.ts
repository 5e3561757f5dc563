import { randomBytes } from 'node:crypto'
import { stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { ChosenFile } from '../../../shared/features/app/app-state.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'

/** Hands the path to the worker under a fresh token, and the token, name and size to the page. Throws file-missing, file-unreadable. */
export async function grantChosenFile(path: string, grant: (token: string, path: string) => void): Promise<ChosenFile> {
  const facts = await stat(path).catch(() => null)
  if (facts === null) throw new AppError('file-missing')
  if (!facts.isFile()) throw new AppError('file-unreadable')
  const token = `file-${randomBytes(16).toString('hex')}`
  grant(token, path)
  return { token, name: basename(path), bytes: facts.size }
}
