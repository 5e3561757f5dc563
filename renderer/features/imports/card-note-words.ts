import type { CardReport } from '../../../shared/features/imports/vcard-import.ts'
import type { Translate } from '../../kernel/i18n.ts'

/** Why a card was left out or changed on the way in: the reason, the property of the file, how often. */
export function cardNoteWords(t: Translate, note: CardReport['notes'][number]): string {
  const reason = t(`imports:note.${note.note}`)
  const withField = note.field === '' ? reason : t('imports:note.withField', { note: reason, field: note.field })
  return note.count > 1 ? t('imports:note.times', { note: withField, n: note.count }) : withField
}
