import type { viewContract } from '../../../shared/features/views/view-contract.ts'
import type { HandlersFor } from '../../kernel/ipc/handlers.ts'

export const viewHandlers: HandlersFor<typeof viewContract> = {
  'views.list': () => {
    throw new Error('not built yet')
  },
  'views.save': () => {
    throw new Error('not built yet')
  },
  'views.remove': () => {
    throw new Error('not built yet')
  },
}
