import type { ActSummary } from '../../../shared/features/acts/act.ts'
import type { Translate } from '../../kernel/i18n.ts'

/** What an act did, to stand behind "Undo:" and in "Undone:". */
export function actWords(t: Translate, act: ActSummary): string {
  return t(`undo:act.${act.name}`, { subject: act.subject, count: act.count })
}
