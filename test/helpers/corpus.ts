import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, test } from 'vitest'

/**
 * Folder of real files made by others, or null without it. Where it is comes from `ZHANGGUI_CORPUS` alone;
 * `ZHANGGUI_CORPUS_REQUIRED=1` turns its absence into a failure.
 */
export function corpusFolder(name: string): string | null {
  const root = process.env['ZHANGGUI_CORPUS']
  const folder = root === undefined || root === '' ? null : join(root, name)
  if (folder !== null && existsSync(folder)) return folder
  if (process.env['ZHANGGUI_CORPUS_REQUIRED'] === '1') throw new Error(`the corpus is required and has no folder '${name}'`)
  return null
}

/** A describe block over a folder of the corpus; without the corpus one skipped test says so. */
export function describeWithCorpus(name: string, body: (folder: string) => void): void {
  describe(`corpus ${name}`, () => {
    const folder = corpusFolder(name)
    if (folder === null) test.skip('skipped: corpus not present')
    else body(folder)
  })
}
