import { z } from 'zod'

export const locales = ['zh-CN', 'en'] as const
export const Locale = z.enum(locales)
export type Locale = z.infer<typeof Locale>

/** Kept beside the vault in a plain file: nothing here is about customers. */
export const Preferences = z.strictObject({
  locale: Locale,
  theme: z.enum(['system', 'light', 'dark']),
  density: z.enum(['compact', 'default', 'roomy']),
  /** Percent, 80 to 200. */
  zoom: z.int().min(80).max(200),
  sidebarCollapsed: z.boolean(),
  idleMinutes: z.int().min(1).max(60),
  lockOnMinimise: z.boolean(),
})
export type Preferences = z.infer<typeof Preferences>

/** Stands for a file that a person chose in a dialog; the path itself never leaves main. */
export const FileToken = z.string().regex(/^file-[0-9a-f]{32}$/)
export type FileToken = z.infer<typeof FileToken>

export const ChosenFile = z.strictObject({ token: FileToken, name: z.string(), bytes: z.number() })
export type ChosenFile = z.infer<typeof ChosenFile>

/** A page of the main window, as the router's paths have it. */
export const PagePath = z
  .string()
  .max(200)
  .regex(/^\/(customers|trash|import|settings)(\/[a-z0-9-]+)?(\?view=[a-z0-9-]+)?$/)
export type PagePath = z.infer<typeof PagePath>

export const AppInfo = z.strictObject({
  version: z.string(),
  platform: z.enum(['win32', 'darwin', 'linux']),
  /** True on the stand-in, which has no system title bar buttons of its own. */
  standIn: z.boolean(),
})
export type AppInfo = z.infer<typeof AppInfo>

/** Every command of menu, palette and keyboard, by one name (ux.md 5). */
export const commandIds = [
  'find',
  'new-contact',
  'import',
  'save',
  'open-in-window',
  'edit-record',
  'edit-cell',
  'trash-record',
  'undo',
  'redo',
  'lock',
  'toggle-sidebar',
  'filter-list',
  'next-pane',
  'previous-pane',
  'next-record',
  'previous-record',
  'next-tab',
  'previous-tab',
  'go-1',
  'go-2',
  'go-3',
  'go-back',
  'go-forward',
  'copy-phone',
  'settings',
  'shortcuts',
  'zoom-in',
  'zoom-out',
  'zoom-reset',
  'refresh',
] as const
export const CommandId = z.enum(commandIds)
export type CommandId = z.infer<typeof CommandId>
