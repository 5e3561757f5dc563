import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../kernel/host/replace-file.ts'

const Stored = z.object({ folder: z.string().refine(isAbsolute) })

/** Where the vault stands on this computer. */
export interface VaultPlace {
  readonly folder: () => string
  readonly move: (folder: string) => void
}

/** Read from `file`; `usual` where nothing readable is written there. */
export function openVaultPlace(file: string, usual: string): VaultPlace {
  let folder = readPlace(file) ?? usual
  return {
    folder: () => folder,
    move: next => {
      replaceFile(file, `${JSON.stringify({ folder: next })}\n`)
      folder = next
    },
  }
}

function readPlace(file: string): string | null {
  try {
    return Stored.parse(JSON.parse(readFileSync(file, 'utf8'))).folder
  } catch {
    // no file yet, or a damaged one: the usual place is looked at, and the person can point to another
    return null
  }
}
