import { afterEach, expect, test } from 'vitest'
import type { CallInput, vaultWorkerContract } from '../../shared/contract.ts'
import { type ContactDraft, ContactId, emptyContactDraft } from '../../shared/features/contacts/contact.ts'
import type { FilterRule } from '../../shared/features/contacts/contact-filter.ts'
import { startVaultThread, type VaultThread } from '../helpers/vault-thread.ts'
import { withHostileParts } from './hostile-parts.ts'
import { printFigures, tortureScale } from './torture-scale.ts'

/** Beside T20, whose inputs hardly pass the first check: right inputs with one part that nobody means. */
type Name = keyof typeof vaultWorkerContract
type Inputs = { readonly [N in Name]: CallInput<N> }

/** Each nth of the inputs in the short form. */
const every = tortureScale({ short: 7, long: 1 })
let thread: VaultThread | null = null

afterEach(async () => {
  await thread?.remove()
  thread = null
})

test('an input with one hostile part gets a typed answer, in time, and the index stays whole', async () => {
  thread = startVaultThread()
  await thread.create()
  const inputs = await rightInputs(thread)
  const bugs: string[] = []
  let calls = 0
  let answered = 0
  let slowest = 0
  for (const [name, input] of Object.entries(inputs)) {
    let nth = 0
    for (const hostile of withHostileParts(input)) {
      nth += 1
      if (nth % every !== 0) continue
      const startedAt = performance.now()
      const result = await thread.tryCall(name, hostile)
      slowest = Math.max(slowest, performance.now() - startedAt)
      calls += 1
      if (result.ok) answered += 1
      else if (result.failure.code === 'internal') bugs.push(`${name} ${nth} ${result.failure.reference}`)
    }
  }

  printFigures('hostile parts', { calls, answered, bugs: bugs.length, 'slowest ms': Math.round(slowest) })
  expect(bugs).toEqual([])
  expect(thread.stopped).toEqual([])
  const found = await thread.call('contacts.find', { text: '留下的人', limit: 8, scope: 'all' })
  expect(found.hits.map(hit => hit.row.name)).toEqual(['留下的人'])
})

/** One input that is right for each channel there is. */
async function rightInputs({ call, staffId }: VaultThread): Promise<Inputs> {
  await call('contacts.create', { draft: { ...emptyContactDraft(), name: '留下的人' } })
  const field = await call('fields.save', aField)
  const { id } = await call('contacts.create', { draft: fullDraft(field.id, staffId()) })
  const other = await call('contacts.create', { draft: { ...emptyContactDraft(), kind: 'organisation', name: '春风茶庄' } })
  const link = await call('contacts.link', { from: id, to: other.id, kind: 'works-at', note: 'x' })
  const view = await call('views.save', { id: null, name: 'v', shared: true, pinned: false, definition })
  const contact = await call('contacts.get', { id })
  const actId = contact.id
  const query = { search: '春', filter: filterOf(field.id), sort: { by: 'relevance', dir: 'desc' } } as const
  return {
    'contacts.list': { ...query, offset: 0, limit: 5, customFields: [field.id] },
    'contacts.indexOf': { ...query, id },
    'contacts.count': { search: query.search, filter: query.filter },
    'contacts.find': { text: '春', limit: 8, scope: 'all' },
    'contacts.recent': { limit: 5 },
    'contacts.noteOpened': { id },
    'contacts.get': { id },
    'contacts.links': { id },
    'contacts.link': { from: other.id, to: id, kind: 'family', note: 'y' },
    'contacts.unlink': { id: link.id },
    'contacts.setPhoto': { id, picture: { base64: 'iVBORw0KGgo=' } },
    'contacts.photo': { photo: '0'.repeat(64) },
    'contacts.provenance': { id },
    'contacts.history': { id, before: '0'.repeat(32), limit: 5 },
    'contacts.tags': {},
    'contacts.create': { draft: fullDraft(field.id, staffId()) },
    'contacts.update': { id, revision: contact.revision, draft: fullDraft(field.id, staffId()) },
    'contacts.trash': { ids: [other.id] },
    'contacts.putBack': { ids: [other.id] },
    'contacts.bulk': { target: { by: 'ids', ids: [id] }, action: { do: 'tag', add: ['新'], remove: ['VIP'] } },
    'contacts.bulkAsJob': {
      target: { by: 'query', search: '春', filter: query.filter, except: [ContactId.parse(id)] },
      action: { do: 'assign', staffId: staffId() },
    },
    'contacts.listTrash': { offset: 0, limit: 5 },
    'acts.stack': {},
    'acts.undo': { actId },
    'acts.redo': { actId },
    'acts.undoAsJob': { actId },
    'acts.redoAsJob': { actId },
    'jobs.list': {},
    'jobs.cancel': { id },
    'imports.vcard': { file: `file-${'0'.repeat(32)}` },
    'imports.list': {},
    'imports.report': { actId, only: 'all', offset: 0, limit: 5 },
    'drafts.load': { key: 'contact:new' },
    'drafts.save': { key: 'contact:new', text: '{}' },
    'drafts.discard': { key: 'contact:new' },
    'drafts.list': {},
    'fields.list': {},
    'fields.save': { ...aField, id: field.id },
    'fields.remove': { id: actId },
    'fields.arrange': { ids: [field.id] },
    'fields.options': {},
    'fields.saveOptions': { list: 'level', options: [{ key: 'gold', name: '', hidden: false }] },
    'views.list': {},
    'views.save': { id: view.id, name: 'v', shared: true, pinned: false, definition },
    'views.remove': { id: actId },
    'staff.list': {},
  }
}

const choices = [{ id: 'a', name: 'A', hidden: false }]
const aField: CallInput<'fields.save'> = {
  id: null,
  name: 'Likes',
  type: 'several',
  choices,
  required: false,
  personal: true,
  sensitive: false,
  sensitiveReason: '',
  inList: true,
  hidden: false,
}
const rule: FilterRule = { on: 'text', field: 'phone', test: { op: 'contains', value: '138' } }
const definition: CallInput<'views.save'>['definition'] = {
  search: '',
  filter: { match: 'any', items: [rule] },
  sort: { by: 'name', dir: 'asc' },
  columns: ['phone'],
}

function filterOf(fieldId: string) {
  const rules: FilterRule[] = [
    rule,
    { on: 'choice', field: 'level', test: { op: 'any', values: ['gold'] } },
    { on: 'tags', test: { op: 'all', values: ['VIP'] } },
    { on: 'date', field: 'createdAt', test: { op: 'between', from: '2026-01-01', to: '2026-12-31' } },
    { on: 'date', field: 'lastActivityAt', test: { op: 'before-days', days: 3 } },
    { on: 'birthday', test: { op: 'next-days', days: 30 } },
    { on: 'custom-number', fieldId, test: { op: 'at-most', value: 3 } },
    { on: 'custom-several', fieldId, test: { op: 'none', values: ['a'] } },
  ]
  return { match: 'any', items: [{ match: 'none', items: rules }] } as const
}

function fullDraft(fieldId: string, staffId: string): ContactDraft {
  const place = { country: '', region: '广东省', city: '深圳市', district: '南山区', detail: '1 号', postcode: '518000' }
  return {
    ...emptyContactDraft(),
    name: '春明',
    alias: '小春',
    company: '春风茶庄',
    surnameReading: 'chun',
    birthday: { calendar: 'lunar', year: 1990, month: 2, day: 30, leap: true },
    note: '喜欢 tea',
    phones: [{ id: null, label: 'mobile', value: '+86 138 0013 8000', preferred: true }],
    emails: [{ id: null, label: 'home', value: 'a@example.com', preferred: false }],
    addresses: [{ id: null, label: 'home', preferred: true, ...place }],
    handles: [{ id: null, service: 'wechat', value: 'wx', preferred: true }],
    tags: ['VIP'],
    memberNo: 'M-1',
    level: 'gold',
    assigneeId: staffId,
    custom: [{ fieldId, value: '["a"]' }],
  }
}
