import type { ActName, ActSummary } from '../../shared/features/acts/act.ts'
import type { actContract, UndoStack } from '../../shared/features/acts/act-contract.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

interface Deed {
  readonly name: ActName
  readonly subject?: string
  /** The customers it touched. */
  readonly ids?: readonly string[]
  /** What else it changed, for those who show it. */
  readonly tables?: readonly string[]
  readonly undo: () => void
  readonly redo: () => void
}

export interface FakeActs {
  /** Notes what was done, so that it can be undone, and tells the screens a moment later. */
  readonly note: (deed: Deed) => ActSummary
  readonly handlers: FakeHandlers<ChannelsOf<typeof actContract>>
}

export function createFakeActs(world: FakeWorld): FakeActs {
  type Entry = { act: ActSummary; deed: Deed }
  const undone: Entry[] = []
  const done: Entry[] = []
  const tell = ({ ids = [], tables = ['contact'] }: Deed) =>
    setTimeout(() => world.emit('records.changed', { tables: [...tables], contactIds: ids.slice(0, 200) }))
  const top = (stack: readonly Entry[]): UndoStack['undo'] => {
    const entry = stack.at(-1)
    return entry === undefined ? null : { act: entry.act, asJob: false }
  }
  const turn = (from: Entry[], to: Entry[], how: 'undo' | 'redo', actId: string) => {
    const at = from.findIndex(entry => entry.act.id === actId)
    const [entry] = at < 0 ? [] : from.splice(at, 1)
    if (entry === undefined) throw new AppError('nothing-to-undo')
    entry.deed[how]()
    to.push(entry)
    tell(entry.deed)
    return { act: entry.act, undone: entry.act.count, left: [], leftCount: 0 }
  }
  return {
    note: deed => {
      const ids = deed.ids ?? []
      const [only] = ids
      const act: ActSummary = {
        id: world.newId(),
        kind: ids.length > 1 || deed.name.startsWith('bulk') ? 'bulk' : 'edit',
        name: deed.name,
        subject: deed.subject ?? (ids.length === 1 ? (world.contacts.get(only ?? '')?.name ?? '') : ''),
        count: ids.length,
        at: world.now().toISOString(),
        undoes: null,
      }
      done.push({ act, deed })
      undone.length = 0
      tell(deed)
      return act
    },
    handlers: {
      'acts.stack': () => ({ undo: top(done), redo: top(undone) }),
      'acts.undo': ({ actId }) => turn(done, undone, 'undo', actId),
      'acts.redo': ({ actId }) => turn(undone, done, 'redo', actId),
      'acts.undoAsJob': () => ({ jobId: world.newId() }),
      'acts.redoAsJob': () => ({ jobId: world.newId() }),
    },
  }
}
