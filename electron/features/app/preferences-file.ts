import { existsSync, readFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { type Locale, Preferences } from '../../../shared/features/app/app-state.ts'
import { replaceFile } from '../../kernel/host/replace-file.ts'

export interface PreferencesFile {
  readonly get: () => Preferences
  /** Writes the file, then answers what holds now. Throws disk-full or read-only and then changes nothing. */
  readonly change: (changes: Partial<Preferences>) => Preferences
}

/** Reads the preferences; a file that cannot be read is kept aside as `….damaged` and defaults hold. */
export function openPreferences(options: {
  readonly file: string
  readonly systemLanguages: readonly string[]
  readonly onDamaged: () => void
}): PreferencesFile {
  const defaults = defaultPreferences(options.systemLanguages)
  let current = readPreferences(options.file, defaults)
  if (current === null) {
    renameSync(options.file, `${options.file}.damaged`)
    options.onDamaged()
    current = defaults
  }
  let held: Preferences = current
  return {
    get: () => held,
    change: changes => {
      const next = Preferences.parse({ ...held, ...changes })
      replaceFile(options.file, `${JSON.stringify(next, null, 2)}\n`)
      held = next
      return held
    },
  }
}

/** The first of the system's languages that the program speaks; English where there is none. */
export function chooseLocale(systemLanguages: readonly string[]): Locale {
  for (const language of systemLanguages) {
    const [primary] = language.toLowerCase().split(/[-_]/)
    if (primary === 'zh') return 'zh-CN'
    if (primary === 'en') return 'en'
  }
  return 'en'
}

function defaultPreferences(systemLanguages: readonly string[]): Preferences {
  return {
    locale: chooseLocale(systemLanguages),
    theme: 'system',
    density: 'default',
    zoom: 100,
    sidebarCollapsed: false,
    idleMinutes: 10,
    lockOnMinimise: false,
  }
}

/** Null for a file that holds no object of JSON. A single value that does not fit (an older or newer program's) falls to its default. */
function readPreferences(file: string, defaults: Preferences): Preferences | null {
  if (!existsSync(file)) return defaults
  const stored = z.record(z.string(), z.unknown()).safeParse(parseJson(readFileSync(file, 'utf8')))
  if (!stored.success) return null
  const fitting = Object.entries(Preferences.shape).flatMap(([name, schema]) => {
    const value = schema.safeParse(stored.data[name])
    return value.success ? [[name, value.data] as const] : []
  })
  return { ...defaults, ...Object.fromEntries(fitting) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
