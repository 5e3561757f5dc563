import { readdirSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'

/** vCards as real phones write them: those of the corpus where it is, else this project's own in the same dialects. */
export function demoCards(): { readonly files: readonly string[]; readonly from: 'corpus' | 'samples' } {
  const corpus = process.env['ZHANGGUI_CORPUS']
  const real = corpus === undefined ? [] : cardsBelow(corpus)
  if (real.length > 0) return { files: largestFirst(real).slice(0, 3), from: 'corpus' }
  return { files: largestFirst(cardsBelow(join(import.meta.dirname, '../fixtures/vcards'))), from: 'samples' }
}

function cardsBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && basename(entry.name).toLowerCase().endsWith('.vcf'))
    .map(entry => join(entry.parentPath, entry.name))
}

function largestFirst(files: readonly string[]): readonly string[] {
  return files.toSorted((a, b) => statSync(b).size - statSync(a).size)
}
