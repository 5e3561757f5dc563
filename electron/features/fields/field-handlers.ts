import type { fieldContract } from '../../../shared/features/fields/field-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'

export const fieldHandlers: HandlersFor<typeof fieldContract> = {
  'fields.list': () => {
    throw new Error('not built yet')
  },
  'fields.save': () => {
    throw new Error('not built yet')
  },
  'fields.remove': () => {
    throw new Error('not built yet')
  },
  'fields.arrange': () => {
    throw new Error('not built yet')
  },
  'fields.options': () => {
    throw new Error('not built yet')
  },
  'fields.saveOptions': () => {
    throw new Error('not built yet')
  },
}
