import { z } from 'zod'
import { mainCommand, mainQuery } from '../../kernel/channel.ts'
import { ContactId } from '../contacts/contact.ts'
import { AppInfo, ChosenFile, CommandId, PagePath, Preferences } from './app-state.ts'

const Nothing = z.strictObject({})

export const appContract = {
  'app.info': mainQuery('anyone', Nothing, AppInfo),
  'app.preferences': mainQuery('anyone', Nothing, Preferences),
  'app.setPreferences': mainCommand('anyone', Preferences.partial(), Preferences),
  /** Somebody is there: the idle clock starts anew. Sent at most every few seconds. */
  'app.noteActivity': mainCommand('anyone', Nothing, Nothing),
  /** Puts text on the clipboard, which is cleared after 60 s and on lock if it still holds it. */
  'app.copy': mainCommand('anyone', z.strictObject({ text: z.string().max(10_000) }), Nothing),
  /** The system's dialog for opening a file; null when it was closed. */
  'app.chooseFile': mainCommand('anyone', z.strictObject({ purpose: z.enum(['vcard']) }), ChosenFile.nullable()),
  /** Prints the window's content by the print style sheet. */
  'app.print': mainCommand('anyone', Nothing, Nothing),
  /** Saves the window's content as a PDF where the person says; false when the dialog was closed. */
  'app.savePdf': mainCommand('anyone', z.strictObject({ name: z.string().max(100) }), z.strictObject({ saved: z.boolean() })),
  /** Shows the customer in a window of its own, or brings that window to the front. Throws locked, too-many (params.max). */
  'app.openContactWindow': mainCommand('anyone', z.strictObject({ id: ContactId }), Nothing),
  /** Brings the main window to the front, at that page: for what a customer's window does not show. Throws locked. */
  'app.showInMainWindow': mainCommand('anyone', z.strictObject({ path: PagePath }), Nothing),
  /** What the menu may offer while the caller's window is in front, so that it greys out the rest. */
  'app.setCommands': mainCommand(
    'anyone',
    z.strictObject({ enabled: z.array(CommandId), undoLabel: z.string().max(200), redoLabel: z.string().max(200) }),
    Nothing,
  ),
} as const

export const appEvents = {
  'app.preferencesChanged': Preferences,
  /** A menu entry or a system shortcut was chosen. */
  'app.command': z.strictObject({ command: CommandId }),
  /** Sent to the main window only. */
  'app.showPage': z.strictObject({ path: PagePath }),
} as const
