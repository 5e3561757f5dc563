import {
  type CallAnswer,
  type ChannelName,
  type contract,
  type EventName,
  type EventPayload,
  events,
} from '../../shared/contract.ts'
import type { Preferences } from '../../shared/features/app/app-state.ts'
import type { Contact } from '../../shared/features/contacts/contact.ts'
import type { CustomField } from '../../shared/features/fields/custom-field.ts'
import type { VaultState } from '../../shared/features/vault/vault.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { ParsedInputOf } from '../../shared/kernel/channel.ts'
import { ownFieldSamples, sampleContacts, sampleId, withOwnValues } from './fake-shop.ts'

export interface FakeCrmOptions {
  readonly vault?: VaultState['state']
  readonly customers?: number
  readonly preferences?: Partial<Preferences>
  readonly shopName?: string
  readonly staffName?: string
  /** One own field of every type, with values; none otherwise. */
  readonly ownFields?: boolean
  /** Milliseconds an answer takes. */
  readonly delayMs?: number
}

/** The handlers of some channels: what they get and give is typed by the contract. */
export type FakeHandlers<N extends ChannelName> = {
  readonly [K in N]: (input: ParsedInputOf<(typeof contract)[K]>) => CallAnswer<K>
}

/** The channels of one part of the contract. */
export type ChannelsOf<C> = keyof C & ChannelName

/** What all parts of the fake program share. */
export interface FakeWorld {
  readonly options: FakeCrmOptions
  readonly shop: { name: string; owner: string }
  readonly contacts: Map<string, Contact>
  /** In their order; `used` and `position` are worked out when they are asked for. */
  fields: readonly CustomField[]
  readonly listeners: Map<string, Set<(payload: unknown) => void>>
  readonly now: () => Date
  readonly newId: () => string
  /** Sends an event as main would, checked by its schema. */
  readonly emit: <E extends EventName>(event: E, payload: EventPayload<E>) => void
  readonly found: (id: string) => Contact
  readonly living: () => Contact[]
  readonly staff: () => readonly { readonly id: string; readonly name: string }[]
}

export function createFakeWorld(options: FakeCrmOptions): FakeWorld {
  let nextId = 5_000_000
  const now = () => new Date()
  const listeners: FakeWorld['listeners'] = new Map()
  const shop = { name: options.shopName ?? '示例茶行', owner: options.staffName ?? '店员样本' }
  const staff = () => [
    { id: sampleId(1), name: shop.owner },
    { id: sampleId(2), name: '员工样本' },
  ]
  const named = (one: Contact): Contact => ({
    ...(options.ownFields === true ? withOwnValues(one) : one),
    assigneeName: staff().find(({ id }) => id === one.assigneeId)?.name ?? '',
  })
  const contacts = new Map<string, Contact>(
    sampleContacts(options.customers ?? 318, now()).map(one => [one.id as string, named(one)]),
  )
  return {
    options,
    shop,
    contacts,
    fields: options.ownFields === true ? ownFieldSamples() : [],
    listeners,
    now,
    newId: () => sampleId(nextId++),
    emit: (event, payload) => {
      const checked = events[event].parse(payload)
      for (const listener of listeners.get(event) ?? []) listener(checked)
    },
    found: id => {
      const contact = contacts.get(id)
      if (contact === undefined) throw new AppError('not-found')
      return contact
    },
    living: () => [...contacts.values()].filter(one => one.trashedAt === null),
    staff,
  }
}
