import { create } from 'zustand'
import type { Preferences } from '../../shared/features/app/app-state.ts'
import type { Result } from '../../shared/kernel/result.ts'
import { call, on } from './client.ts'
import { changeLocale } from './i18n.ts'

const firstPreferences: Preferences = {
  locale: 'zh-CN',
  theme: 'system',
  density: 'default',
  zoom: 100,
  sidebarCollapsed: false,
  idleMinutes: 10,
  lockOnMinimise: false,
}

/** What a person chose for the program itself. Nothing here is out of the vault: it stays when it is locked. */
export const usePreferences = create<Preferences>(() => firstPreferences)

/** Asks for the kept preferences and follows every change of them. */
export async function loadPreferences(): Promise<Preferences> {
  on('app.preferencesChanged', preferences => void take(preferences))
  const result = await call('app.preferences', {})
  if (result.ok) usePreferences.setState(result.value)
  return usePreferences.getState()
}

/** Shows the change at once and keeps it; what main answers is what counts. */
export async function setPreferences(change: Partial<Preferences>): Promise<Result<Preferences>> {
  await take({ ...usePreferences.getState(), ...change })
  const result = await call('app.setPreferences', change)
  if (result.ok) await take(result.value)
  return result
}

async function take(preferences: Preferences): Promise<void> {
  usePreferences.setState(preferences)
  await changeLocale(preferences.locale)
}

export const rowHeights = { compact: 32, default: 40, roomy: 48 } as const
