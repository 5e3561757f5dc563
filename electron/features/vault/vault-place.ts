import { readFileSync } from 'node:fs'
import { isAbsolute } from 'node:path'
import { z } from 'zod'
import { replaceFile } from '../../kernel/host/replace-file.ts'

const Known = z.object({ folder: z.string().refine(isAbsolute), shopName: z.string() })
type Known = z.infer<typeof Known>

/** Where the vault stands on this computer, and that there is one at all. */
export interface VaultPlace {
  /** Where it stands; the usual folder while none is known. */
  readonly folder: () => string
  readonly usualFolder: string
  /** The name by which a vault that cannot be found is asked for; null while none is known. */
  readonly knownShop: () => string | null
  /** Written only when something differs. Throws disk-full or read-only. */
  readonly remember: (folder: string, shopName: string) => void
}

/** Read from `file`; where nothing readable is written there, no vault is known but one may stand in the usual folder. */
export function openVaultPlace(file: string, usualFolder: string): VaultPlace {
  let known = readKnown(file)
  return {
    folder: () => known?.folder ?? usualFolder,
    usualFolder,
    knownShop: () => known?.shopName ?? null,
    remember: (folder, shopName) => {
      if (known?.folder === folder && known.shopName === shopName) return
      replaceFile(file, `${JSON.stringify({ folder, shopName })}\n`)
      known = { folder, shopName }
    },
  }
}

function readKnown(file: string): Known | null {
  try {
    return Known.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // no file yet, or a damaged one: the usual place is looked at, and the person can point to another
    return null
  }
}
