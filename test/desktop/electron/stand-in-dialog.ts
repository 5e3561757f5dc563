import type {
  MessageBoxOptions,
  MessageBoxReturnValue,
  OpenDialogOptions,
  OpenDialogReturnValue,
  SaveDialogOptions,
  SaveDialogReturnValue,
} from 'electron'
import type { DialogAnswer, DialogShown } from '../link-topics.ts'
import { host } from './main-link.ts'
import { strictMembers, strictOptions } from './strict-members.ts'

type WindowOr<T> = readonly [T] | readonly [object, T]

const fileOptions = [
  'title',
  'defaultPath',
  'buttonLabel',
  'filters',
  'properties',
  'message',
  'nameFieldLabel',
  'showsTagField',
  'securityScopedBookmarks',
]
const messageOptions = [
  'message',
  'type',
  'buttons',
  'defaultId',
  'title',
  'detail',
  'checkboxLabel',
  'checkboxChecked',
  'cancelId',
  'noLink',
  'normalizeAccessKeys',
  'icon',
  'textWidth',
  'signal',
]

async function showOpenDialog(...given: WindowOr<OpenDialogOptions>): Promise<OpenDialogReturnValue> {
  const options = optionsOf(given)
  strictOptions('showOpenDialog', options, fileOptions)
  const paths = await askPaths({
    kind: 'open',
    title: options.title ?? '',
    isMultiple: options.properties?.includes('multiSelections') ?? false,
    isFolder: options.properties?.includes('openDirectory') ?? false,
    extensions: (options.filters ?? []).flatMap(filter => filter.extensions),
  })
  return { canceled: paths === null, filePaths: [...(paths ?? [])] }
}

async function showSaveDialog(...given: WindowOr<SaveDialogOptions>): Promise<SaveDialogReturnValue> {
  const options = optionsOf(given)
  strictOptions('showSaveDialog', options, fileOptions)
  const paths = await askPaths({ kind: 'save', title: options.title ?? '', defaultPath: options.defaultPath ?? '' })
  return { canceled: paths === null, filePath: paths?.[0] ?? '' }
}

async function showMessageBox(...given: WindowOr<MessageBoxOptions>): Promise<MessageBoxReturnValue> {
  const options = optionsOf(given)
  strictOptions('showMessageBox', options, messageOptions)
  const buttons = options.buttons ?? ['OK']
  const answer = await host.ask('dialog', {
    kind: 'message',
    title: options.title ?? '',
    message: options.message,
    detail: options.detail ?? '',
    buttons,
    cancelId: options.cancelId ?? 0,
  })
  return {
    response: 'button' in answer ? answer.button : (options.cancelId ?? 0),
    checkboxChecked: options.checkboxChecked ?? false,
  }
}

function showErrorBox(title: string, message: string): void {
  process.stderr.write(`${title}: ${message}\n`)
  host.tell('dialog', { kind: 'error', title, message })
}

export const dialog = strictMembers('dialog', { showOpenDialog, showSaveDialog, showMessageBox, showErrorBox })

function optionsOf<T>(given: WindowOr<T>): T {
  return given.length === 1 ? given[0] : given[1]
}

async function askPaths(shown: DialogShown): Promise<readonly string[] | null> {
  const answer: DialogAnswer = await host.ask('dialog', shown)
  return 'paths' in answer ? answer.paths : null
}
