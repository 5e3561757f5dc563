import type { FieldSource } from '../../../../shared/features/contacts/contact-contract.ts'
import type { Format } from '../../../kernel/format.ts'
import type { Translate } from '../../../kernel/i18n.ts'
import { actWords } from '../timeline-words.ts'

/** "Imported from contacts.vcf, card 41 · 17 Nov, 16:00 · Clerk A", "Typed by Clerk A · …": where a value comes from. */
export function sourceWords(t: Translate, format: Pick<Format, 'dateTime'>, source: FieldSource): string {
  const { act, at, from, staffName } = source
  const isTyped = from === null && act.kind === 'edit' && staffName !== ''
  const what = isTyped ? t('contacts:source.typed', { staff: staffName }) : whatWords(t, source)
  return [what, format.dateTime(at), isTyped ? '' : staffName].filter(part => part !== '').join(' · ')
}

function whatWords(t: Translate, { act, from }: FieldSource): string {
  if (from !== null) return t('contacts:source.card', { file: from.file, row: from.row })
  if (act.kind === 'import') return t('contacts:source.import', { file: act.subject })
  if (act.kind === 'bulk') return t('contacts:source.bulk', { n: act.count })
  return actWords(t, act)
}
