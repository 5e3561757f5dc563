import { writeFile } from 'node:fs/promises'
import type { appContract } from '../../../shared/features/app/app-contract.ts'
import type { CommandId, PagePath, Preferences } from '../../../shared/features/app/app-state.ts'
import type { ContactId } from '../../../shared/features/contacts/contact.ts'
import { AppError } from '../../../shared/kernel/app-error.ts'
import type { Desktop } from '../../kernel/host/desktop.ts'
import type { MainHandlersFor } from '../../kernel/ipc/handlers.ts'
import { grantChosenFile } from './file-tokens.ts'
import { toPdfName } from './pdf-name.ts'
import type { PreferencesFile } from './preferences-file.ts'
import type { TimedClipboard } from './timed-clipboard.ts'

/** What the window says that its menu may offer. */
export interface OfferedCommands {
  readonly enabled: readonly CommandId[]
  readonly undoLabel: string
  readonly redoLabel: string
}

export interface AppHandlerPorts {
  readonly desktop: Desktop
  readonly preferences: PreferencesFile
  readonly clipboard: TimedClipboard
  readonly isUnlocked: () => boolean
  readonly grantFile: (token: string, path: string) => void
  readonly noteActivity: () => void
  readonly onPreferences: (preferences: Preferences) => void
  readonly onCommands: (commands: OfferedCommands, contentsId: number) => void
  /** Throws too-many. */
  readonly openContactWindow: (id: ContactId) => void
  readonly showInMainWindow: (path: PagePath) => void
}

export function createAppHandlers(ports: AppHandlerPorts): MainHandlersFor<typeof appContract> {
  const { desktop } = ports
  return {
    'app.info': () => desktop.info,
    'app.preferences': () => ports.preferences.get(),
    'app.setPreferences': changes => {
      const preferences = ports.preferences.change(withoutGaps(changes))
      ports.onPreferences(preferences)
      return preferences
    },
    'app.noteActivity': () => {
      ports.noteActivity()
      return {}
    },
    'app.copy': async ({ text }) => {
      await ports.clipboard.copy(text)
      return {}
    },
    'app.chooseFile': async ({ purpose }) => {
      assertUnlocked(ports)
      const path = await desktop.chooseFile(purpose)
      // the dialog may have stood open through a lock
      assertUnlocked(ports)
      return path === null ? null : await grantChosenFile(path, ports.grantFile)
    },
    'app.print': async () => {
      await desktop.print()
      return {}
    },
    'app.savePdf': async ({ name }) => {
      const place = await desktop.chooseSavePlace(toPdfName(name))
      if (place === null) return { saved: false }
      await savePdf(place, await desktop.renderPdf())
      return { saved: true }
    },
    'app.openContactWindow': ({ id }) => {
      assertUnlocked(ports)
      ports.openContactWindow(id)
      return {}
    },
    'app.showInMainWindow': ({ path }) => {
      assertUnlocked(ports)
      ports.showInMainWindow(path)
      return {}
    },
    'app.setCommands': (commands, { contentsId }) => {
      ports.onCommands(commands, contentsId)
      return {}
    },
  }
}

function assertUnlocked(ports: AppHandlerPorts): void {
  if (!ports.isUnlocked()) throw new AppError('locked')
}

async function savePdf(place: string, bytes: Uint8Array): Promise<void> {
  try {
    await writeFile(place, bytes, { mode: 0o600 })
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    if (code === 'ENOSPC') throw new AppError('disk-full')
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS' || code === 'ENOENT') throw new AppError('folder-not-writable')
    throw error
  }
}

/** Without the keys whose value is undefined, which a partial schema lets through. */
function withoutGaps(changes: { readonly [K in keyof Preferences]?: Preferences[K] | undefined }): Partial<Preferences> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
}
