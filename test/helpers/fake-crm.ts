import {
  type CallAnswer,
  type ChannelName,
  contract,
  type EventName,
  type EventPayload,
  events,
  mainContract,
} from '../../shared/contract.ts'
import type { ActName, ActSummary } from '../../shared/features/acts/act.ts'
import type { UndoStack } from '../../shared/features/acts/act-contract.ts'
import type { Preferences } from '../../shared/features/app/app-state.ts'
import { type Contact, type ContactDraft, ContactId } from '../../shared/features/contacts/contact.ts'
import type { BulkAction } from '../../shared/features/contacts/contact-bulk.ts'
import type { HistoryEntry } from '../../shared/features/contacts/contact-contract.ts'
import { builtInOptions, optionLists } from '../../shared/features/fields/field-option.ts'
import type { ImportSummary } from '../../shared/features/imports/vcard-import.ts'
import type { Job } from '../../shared/features/jobs/job.ts'
import { minPasswordLength, type VaultState } from '../../shared/features/vault/vault.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { ParsedInputOf } from '../../shared/kernel/channel.ts'
import type { Result } from '../../shared/kernel/result.ts'
import { rowOf, sampleContacts, sampleId } from './fake-shop.ts'

export interface FakeCrmOptions {
  readonly vault?: VaultState['state']
  readonly customers?: number
  readonly preferences?: Partial<Preferences>
  readonly shopName?: string
  readonly staffName?: string
  /** Milliseconds an answer takes. */
  readonly delayMs?: number
}

export interface FakeCrm {
  readonly call: (name: string, input: unknown) => Promise<Result<unknown>>
  readonly on: (event: string, listener: (payload: unknown) => void) => () => void
  /** Sends an event as main would, checked by its schema. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  /** Names of all calls so far. */
  readonly calls: readonly string[]
  /** The last thing put on the clipboard. */
  readonly clipboard: () => string
  readonly password: string
}

const recoveryCode = '0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV-WXYZ'
const password = 'right horse battery'
type Handlers = { readonly [N in ChannelName]: (input: ParsedInputOf<(typeof contract)[N]>) => CallAnswer<N> }

/**
 * The program behind the window, in memory: every call and answer is checked by the contract's schemas, so that the
 * screens cannot come to rely on what main and the worker do not promise.
 */
export function createFakeCrm(options: FakeCrmOptions = {}): FakeCrm {
  const now = () => new Date()
  const listeners = new Map<string, Set<(payload: unknown) => void>>()
  const calls: string[] = []
  let clipboard = ''
  let nextId = 5_000_000
  const newId = () => sampleId(nextId++)
  const emit = <E extends EventName>(event: E, payload: EventPayload<E>): void => {
    const checked = events[event].parse(payload)
    for (const listener of listeners.get(event) ?? []) listener(checked)
  }

  // ---- main
  let preferences: Preferences = {
    locale: 'zh-CN',
    theme: 'light',
    density: 'default',
    zoom: 100,
    sidebarCollapsed: false,
    idleMinutes: 10,
    lockOnMinimise: false,
    ...options.preferences,
  }
  const shop = { name: options.shopName ?? '示例茶行', owner: options.staffName ?? '店员样本' }
  let secret = password
  let wrong = 0
  let vault = vaultState(options.vault ?? 'unlocked', 'idle')
  function vaultState(state: VaultState['state'], reason: 'idle' | 'manual' = 'manual'): VaultState {
    const me = { id: sampleId(1), name: shop.owner, role: 'owner' } as const
    switch (state) {
      case 'none':
        return { state }
      case 'missing':
        return { state, shopName: shop.name, what: 'folder' }
      case 'locked': {
        const since = new Date(now().getTime() - (reason === 'idle' ? 12 * 60_000 : 0)).toISOString()
        return { state, shopName: shop.name, staff: [me], since, reason, waitSeconds: 0 }
      }
      case 'opening':
        return { state, shopName: shop.name }
      case 'unlocked':
        return { state, shopName: shop.name, me }
    }
  }
  const setVault = (next: VaultState): VaultState => {
    vault = next
    emit('vault.changed', next)
    return next
  }
  const setPreferences = (change: Partial<Preferences>): Preferences => {
    preferences = { ...preferences, ...change }
    emit('app.preferencesChanged', preferences)
    return preferences
  }
  const tryPassword = (typed: string): VaultState => {
    if (typed === secret) {
      wrong = 0
      return setVault(vaultState('unlocked'))
    }
    wrong += 1
    throw new AppError('wrong-password', wrong > 3 ? { params: { seconds: 2 ** (wrong - 4) } } : {})
  }

  // ---- the vault
  const contacts = new Map<string, Contact>(sampleContacts(options.customers ?? 318, now()).map(one => [one.id, one]))
  const history = new Map<string, HistoryEntry[]>()
  const undoStack: { act: ActSummary; undo: () => void; redo: () => void }[] = []
  const redoStack: typeof undoStack = []
  const imports: ImportSummary[] = []
  const jobs = new Map<string, Job>()
  const drafts = new Map<string, string>()

  const changed = (ids: readonly string[]) => emit('records.changed', { tables: ['contact'], contactIds: ids.slice(0, 200) })
  const act = (name: ActName, ids: readonly string[], undo: () => void, redo: () => void): ActSummary => {
    const [only] = ids
    const subject = ids.length === 1 ? (contacts.get(only ?? '')?.name ?? '') : ''
    const summary: ActSummary = {
      id: newId(),
      kind: ids.length > 1 ? 'bulk' : 'edit',
      name,
      subject,
      count: ids.length,
      at: now().toISOString(),
      undoes: null,
    }
    undoStack.push({ act: summary, undo, redo })
    redoStack.length = 0
    setTimeout(() => changed(ids))
    return summary
  }
  const put = (contact: Contact) => contacts.set(contact.id, contact)
  const withIds = (draft: ContactDraft) => ({
    ...draft,
    custom: draft.custom.map(one => ({ ...one, isPersonal: false })),
    phones: draft.phones.map(one => ({ ...one, id: one.id ?? newId() })),
    emails: draft.emails.map(one => ({ ...one, id: one.id ?? newId() })),
    addresses: draft.addresses.map(one => ({ ...one, id: one.id ?? newId() })),
    handles: draft.handles.map(one => ({ ...one, id: one.id ?? newId() })),
  })
  const found = (id: string): Contact => {
    const contact = contacts.get(id)
    if (contact === undefined) throw new AppError('not-found')
    return contact
  }
  const living = () => [...contacts.values()].filter(one => one.trashedAt === null)
  const matches = (contact: Contact, search: string) =>
    [contact.name, contact.company, contact.alias, ...contact.tags, ...contact.phones.map(one => one.value)]
      .join('\n')
      .toLowerCase()
      .includes(search.trim().toLowerCase())
  const setTrashed = (ids: readonly string[], at: string | null): void => {
    for (const id of ids) put({ ...found(id), trashedAt: at })
  }
  const trash = (name: 'contact-trash' | 'contact-put-back', ids: readonly ContactId[]) => {
    const at = name === 'contact-trash' ? now().toISOString() : null
    const before = new Map(ids.map(id => [id, found(id).trashedAt]))
    setTrashed(ids, at)
    const back = () => {
      for (const [id, was] of before) setTrashed([id], was)
    }
    return { count: ids.length, act: act(name, ids, back, () => setTrashed(ids, at)) }
  }
  const turn = (from: typeof undoStack, to: typeof undoStack, how: 'undo' | 'redo') => {
    const entry = from.pop()
    if (entry === undefined) throw new AppError('nothing-to-undo')
    entry[how]()
    to.push(entry)
    setTimeout(() => changed([]))
    return { act: entry.act, undone: entry.act.count, left: [], leftCount: 0 }
  }
  const top = (stack: typeof undoStack): UndoStack['undo'] => {
    const entry = stack.at(-1)
    return entry === undefined ? null : { act: entry.act, asJob: false }
  }
  const startImport = (): { jobId: string } => {
    const id = newId()
    const actId = newId()
    const total = 1_000_000
    const job: Job = {
      id,
      kind: 'vcard-import',
      subject: '示例通讯录.vcf',
      state: 'running',
      done: 0,
      total,
      records: 0,
      startedAt: now().toISOString(),
      actId,
      counts: {},
      failureCode: null,
    }
    jobs.set(id, job)
    const step = () => {
      const running = jobs.get(id)
      if (running === undefined || running.state === 'cancelled') return
      const done = running.done + total / 20
      const over = done >= total
      const next: Job = {
        ...running,
        done,
        records: Math.round((done / total) * 120),
        state: over ? 'done' : 'running',
        counts: over ? { imported: 118, skipped: 2 } : {},
      }
      jobs.set(id, next)
      if (over) {
        const at = now().toISOString()
        imports.unshift({ actId, fileName: job.subject, at, imported: 118, withNotes: 6, skipped: 2, undone: false })
      } else setTimeout(step, 200)
      emit('jobs.changed', next)
    }
    setTimeout(step, 200)
    return { jobId: id }
  }

  const handlers: Handlers = {
    'vault.state': () => vault,
    'vault.measurePassword': ({ password: typed }) => {
      if (typed.length < minPasswordLength) return { score: 1, accepted: false, reason: 'too-short', hint: 'length' }
      if (/^(.)\1+$|password|12345/u.test(typed)) return { score: 0, accepted: false, reason: 'too-common', hint: 'common' }
      const score = typed.length > 15 ? 4 : 3
      return { score, accepted: true, reason: 'ok', hint: score === 4 ? 'none' : 'length' }
    },
    'vault.prepare': () => ({ recoveryCode }),
    'vault.create': input => {
      shop.name = input.shopName
      shop.owner = input.ownerName
      secret = input.password
      contacts.clear()
      return setVault(vaultState('unlocked'))
    },
    'vault.unlock': ({ password: typed }) => tryPassword(typed),
    'vault.recover': ({ recoveryCode: typed, newPassword }) => {
      if (typed.replaceAll(/[\s-]/gu, '') !== recoveryCode.replaceAll('-', '')) throw new AppError('wrong-recovery-code')
      secret = newPassword
      return setVault(vaultState('unlocked'))
    },
    'vault.lock': () => setVault(vaultState('locked')),
    'vault.locate': () => vault,
    'app.info': () => ({ version: '0.1.0', platform: 'linux', standIn: true }),
    'app.preferences': () => preferences,
    'app.setPreferences': change =>
      setPreferences(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
    'app.noteActivity': () => ({}),
    'app.copy': ({ text }) => {
      clipboard = text
      return {}
    },
    'app.chooseFile': () => ({ token: `file-${'0'.repeat(32)}`, name: '示例通讯录.vcf', bytes: 1_000_000 }),
    'app.print': () => ({}),
    'app.savePdf': () => ({ saved: true }),
    'app.setCommands': () => ({}),
    'contacts.list': ({ search, sort, offset, limit }) => {
      const all = living().filter(one => matches(one, search))
      all.sort((a, b) => (sort.by === 'name' ? a.name.localeCompare(b.name, 'zh') : b.changedAt.localeCompare(a.changedAt)))
      return { total: all.length, offset, rows: all.slice(offset, offset + limit).map(rowOf) }
    },
    'contacts.find': ({ text, limit }) => {
      const all = living().filter(one => matches(one, text))
      const isNumber = /^\d+$/u.test(text)
      const matchedBy = (one: Contact) =>
        isNumber ? 'phone' : one.name.includes(text) ? 'name' : one.company.includes(text) ? 'company' : 'tag'
      return { total: all.length, hits: all.slice(0, limit).map(one => ({ row: rowOf(one), matched: matchedBy(one) })) }
    },
    'contacts.get': ({ id }) => found(id),
    'contacts.history': ({ id }) => ({ entries: history.get(id) ?? [], more: false }),
    'contacts.tags': () => {
      const counts = new Map<string, number>()
      for (const one of living()) for (const tag of one.tags) counts.set(tag, (counts.get(tag) ?? 0) + 1)
      return [...counts].map(([name, count], index) => ({ id: sampleId(9_000_000 + index), name, count }))
    },
    'contacts.create': ({ draft }) => {
      const id = ContactId.parse(newId())
      const at = now().toISOString()
      const contact: Contact = {
        ...withIds(draft),
        id,
        revision: 'r0',
        createdAt: at,
        changedAt: at,
        trashedAt: null,
        photo: '',
        assigneeName: '',
      }
      put(contact)
      const done = act(
        'contact-create',
        [id],
        () => contacts.delete(id),
        () => put(contact),
      )
      noteHistory(contact, done)
      return { id, act: done }
    },
    'contacts.update': ({ id, revision, draft }) => {
      const before = found(id)
      if (before.revision !== revision) throw new AppError('conflict')
      const after: Contact = { ...before, ...withIds(draft), revision: `${revision}+`, changedAt: now().toISOString() }
      put(after)
      const done = act(
        'contact-edit',
        [id],
        () => put(before),
        () => put(after),
      )
      noteHistory(after, done)
      return { id, act: done }
    },
    'contacts.trash': ({ ids }) => trash('contact-trash', ids),
    'contacts.putBack': ({ ids }) => trash('contact-put-back', ids),
    'contacts.indexOf': ({ id }) => {
      const index = living().findIndex(one => one.id === id)
      return { index: index < 0 ? null : index }
    },
    'contacts.count': ({ search }) => ({ total: living().filter(one => matches(one, search)).length }),
    'contacts.recent': ({ limit }) => living().slice(0, limit).map(rowOf),
    'contacts.noteOpened': ({ id }) => ({ id }),
    'contacts.links': () => [],
    'contacts.link': () => ({ id: newId(), act: null }),
    'contacts.unlink': () => {
      throw new AppError('not-found')
    },
    'contacts.setPhoto': ({ id }) => ({
      id,
      act: act(
        'contact-photo',
        [id],
        () => undefined,
        () => undefined,
      ),
    }),
    'contacts.photo': () => {
      throw new AppError('not-found')
    },
    'contacts.provenance': () => [],
    'contacts.bulk': ({ target, action }) => {
      const ids =
        target.by === 'ids'
          ? target.ids
          : living()
              .map(one => one.id)
              .filter(id => !target.except.includes(id))
      if (action.do === 'trash') return { changed: ids.length, unchanged: 0, act: trash('contact-trash', ids).act }
      const before = ids.map(found)
      const after = before.map(one => afterBulk(one, action))
      const done = act(
        'bulk-set',
        ids,
        () => before.forEach(one => put(one)),
        () => after.forEach(one => put(one)),
      )
      after.forEach(one => put(one))
      return { changed: ids.length, unchanged: 0, act: done }
    },
    'contacts.bulkAsJob': () => ({ jobId: newId() }),
    'fields.list': () => [],
    'fields.save': () => ({ id: newId(), act: null }),
    'fields.remove': () => {
      throw new AppError('not-found')
    },
    'fields.arrange': () => ({ act: null }),
    'fields.options': () =>
      optionLists.flatMap(list => builtInOptions[list].map(key => ({ list, key, name: '', hidden: false }))),
    'fields.saveOptions': () => ({ act: null }),
    'views.list': () => [],
    'views.save': () => ({ id: newId(), act: null }),
    'views.remove': () => {
      throw new AppError('not-found')
    },
    'staff.list': () => [{ id: sampleId(1), name: shop.owner, customers: 0, isMe: true }],
    'contacts.listTrash': ({ offset, limit }) => {
      const all = [...contacts.values()].filter(one => one.trashedAt !== null)
      return { total: all.length, offset, rows: all.slice(offset, offset + limit).map(rowOf) }
    },
    'acts.stack': () => ({ undo: top(undoStack), redo: top(redoStack) }),
    'acts.undo': () => turn(undoStack, redoStack, 'undo'),
    'acts.redo': () => turn(redoStack, undoStack, 'redo'),
    'acts.undoAsJob': () => ({ jobId: newId() }),
    'acts.redoAsJob': () => ({ jobId: newId() }),
    'jobs.list': () => [...jobs.values()],
    'jobs.cancel': ({ id }) => {
      const job = jobs.get(id)
      if (job === undefined) throw new AppError('not-found')
      const cancelled: Job = { ...job, state: 'cancelled' }
      jobs.set(id, cancelled)
      setTimeout(() => emit('jobs.changed', cancelled))
      return cancelled
    },
    'imports.vcard': startImport,
    'imports.list': () => imports,
    'imports.report': ({ only, offset, limit }) => {
      const rows = sampleContacts(120, now()).map((one, index) => ({
        n: index + 1,
        line: index * 9 + 1,
        outcome:
          index % 60 === 59 ? ('skipped' as const) : index % 20 === 7 ? ('imported-with-notes' as const) : ('imported' as const),
        name: one.name,
        contactId: index % 60 === 59 ? null : one.id,
        notes: index % 20 === 7 ? [{ note: 'photo-left-out' as const, field: 'PHOTO', count: 1 }] : [],
      }))
      const wanted = rows.filter(
        row => only === 'all' || (only === 'skipped' ? row.outcome === 'skipped' : row.outcome === 'imported-with-notes'),
      )
      return { total: wanted.length, rows: wanted.slice(offset, offset + limit) }
    },
    'drafts.load': ({ key }) => ({ text: drafts.get(key) ?? null }),
    'drafts.save': ({ key, text }) => {
      drafts.set(key, text)
      return { key }
    },
    'drafts.discard': ({ key }) => {
      drafts.delete(key)
      return { key }
    },
    'drafts.list': () => [...drafts.keys()].map(key => ({ key })),
  }
  function noteHistory(contact: Contact, done: ActSummary): void {
    const entry: HistoryEntry = { key: done.id, at: done.at, staffName: shop.owner, act: done, changes: [] }
    history.set(contact.id, [entry, ...(history.get(contact.id) ?? [])])
  }

  const answer = (name: string, raw: unknown): unknown => {
    if (!Object.hasOwn(contract, name)) throw new AppError('unknown-channel')
    const known = name as ChannelName // own key of the contract
    if (vault.state !== 'unlocked' && !Object.hasOwn(mainContract, name)) throw new AppError('locked')
    const input = contract[known].input.safeParse(raw)
    if (!input.success) throw new AppError('invalid-input', { field: input.error.issues[0]?.path.join('.') ?? '' })
    const handler = handlers[known] as (value: unknown) => unknown // the input was parsed by this channel's schema
    const output = handler(input.data)
    return contract[known].kind === 'task' ? output : contract[known].output.parse(output)
  }
  return {
    call: async (name, input) => {
      calls.push(name)
      if (options.delayMs !== undefined) await new Promise(resolve => setTimeout(resolve, options.delayMs))
      try {
        return { ok: true, value: answer(name, structuredClone(input)) }
      } catch (error) {
        if (!(error instanceof AppError)) throw error
        return { ok: false, failure: { code: error.code, ...error.details } }
      }
    },
    on: (event, listener) => {
      const ofEvent = listeners.get(event) ?? new Set()
      listeners.set(event, ofEvent.add(listener))
      return () => void ofEvent.delete(listener)
    },
    emit,
    calls,
    clipboard: () => clipboard,
    password,
  }
}

function afterBulk(contact: Contact, action: BulkAction): Contact {
  if (action.do === 'tag') {
    const kept = contact.tags.filter(tag => !action.remove.includes(tag))
    return { ...contact, tags: [...new Set([...kept, ...action.add])] }
  }
  return action.do === 'set' ? { ...contact, [action.list]: action.key } : contact
}
