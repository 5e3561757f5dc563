import type { Preferences } from '../../../shared/features/app/app-state.ts'
import { text } from '../../kernel/i18n.ts'
import { showNotice } from '../../kernel/notice-store.ts'
import { setPreferences } from '../../kernel/preferences-store.ts'

/** Applies a setting at once; says so when it could not be kept. */
export async function changeSetting(change: Partial<Preferences>): Promise<void> {
  const result = await setPreferences(change)
  if (!result.ok) showNotice({ tone: 'error', text: text('settings:failed') })
}
