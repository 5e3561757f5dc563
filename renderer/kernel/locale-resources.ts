import enCommon from '../locales/en/common.json' with { type: 'json' }
import enContacts from '../locales/en/contacts.json' with { type: 'json' }
import enFailure from '../locales/en/failure.json' with { type: 'json' }
import enFields from '../locales/en/fields.json' with { type: 'json' }
import enFind from '../locales/en/find.json' with { type: 'json' }
import enImports from '../locales/en/imports.json' with { type: 'json' }
import enJobs from '../locales/en/jobs.json' with { type: 'json' }
import enLists from '../locales/en/lists.json' with { type: 'json' }
import enSettings from '../locales/en/settings.json' with { type: 'json' }
import enShell from '../locales/en/shell.json' with { type: 'json' }
import enTrash from '../locales/en/trash.json' with { type: 'json' }
import enUndo from '../locales/en/undo.json' with { type: 'json' }
import enVault from '../locales/en/vault.json' with { type: 'json' }
import zhCommon from '../locales/zh-CN/common.json' with { type: 'json' }
import zhContacts from '../locales/zh-CN/contacts.json' with { type: 'json' }
import zhFailure from '../locales/zh-CN/failure.json' with { type: 'json' }
import zhFields from '../locales/zh-CN/fields.json' with { type: 'json' }
import zhFind from '../locales/zh-CN/find.json' with { type: 'json' }
import zhImports from '../locales/zh-CN/imports.json' with { type: 'json' }
import zhJobs from '../locales/zh-CN/jobs.json' with { type: 'json' }
import zhLists from '../locales/zh-CN/lists.json' with { type: 'json' }
import zhSettings from '../locales/zh-CN/settings.json' with { type: 'json' }
import zhShell from '../locales/zh-CN/shell.json' with { type: 'json' }
import zhTrash from '../locales/zh-CN/trash.json' with { type: 'json' }
import zhUndo from '../locales/zh-CN/undo.json' with { type: 'json' }
import zhVault from '../locales/zh-CN/vault.json' with { type: 'json' }

const en = {
  common: enCommon,
  contacts: enContacts,
  failure: enFailure,
  fields: enFields,
  find: enFind,
  imports: enImports,
  jobs: enJobs,
  lists: enLists,
  settings: enSettings,
  shell: enShell,
  trash: enTrash,
  undo: enUndo,
  vault: enVault,
} as const

const zh = {
  common: zhCommon,
  contacts: zhContacts,
  failure: zhFailure,
  fields: zhFields,
  find: zhFind,
  imports: zhImports,
  jobs: zhJobs,
  lists: zhLists,
  settings: zhSettings,
  shell: zhShell,
  trash: zhTrash,
  undo: zhUndo,
  vault: zhVault,
} as const

/** All words of the program, by locale and namespace (one namespace per feature). */
export const localeResources = { 'zh-CN': zh, en } as const

export const namespaces = Object.keys(en)

type Words = typeof en
type Leaf<T> = { [K in keyof T & string]: T[K] extends string ? K : `${K}.${Leaf<T[K]>}` }[keyof T & string]

/** Every key there is, as `namespace:path.to.word`. */
export type TextKey = { [N in keyof Words]: `${N}:${Leaf<Words[N]>}` }[keyof Words]
