import type { Contact } from '../../shared/features/contacts/contact.ts'
import { type ContactLink, isTwoWay, type LinkDraft } from '../../shared/features/contacts/contact-link.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import type { FakeActs } from './fake-acts.ts'
import type { FakeHandlers, FakeWorld } from './fake-world.ts'

type Answered = FakeHandlers<'contacts.links' | 'contacts.link' | 'contacts.unlink' | 'contacts.setPhoto' | 'contacts.photo'>
type Link = LinkDraft & { readonly id: string }

/** Links between customers, and their pictures. */
export function fakeLinks(world: FakeWorld, acts: FakeActs): Answered {
  let links: readonly Link[] = []
  const pictures = new Map<string, string>()
  const change = (name: 'contact-link' | 'contact-unlink', { from, to }: Link, after: readonly Link[]) => {
    const before = links
    const put = (next: readonly Link[]) => () => {
      links = next
    }
    links = after
    return acts.note({ name, ids: [from, to], tables: ['contact_link'], undo: put(before), redo: put(after) })
  }
  const put = (contact: Contact) => void world.contacts.set(contact.id, contact)
  return {
    'contacts.links': ({ id }) => links.filter(link => link.from === id || link.to === id).map(link => seenFrom(world, link, id)),
    'contacts.link': draft => {
      world.found(draft.from)
      world.found(draft.to)
      const same = links.find(link => isSameLink(link, draft))
      if (same?.note === draft.note) return { id: same.id, act: null }
      const link = { ...draft, id: same?.id ?? world.newId() }
      const after = same === undefined ? [...links, link] : links.map(one => (one === same ? link : one))
      return { id: link.id, act: change('contact-link', link, after) }
    },
    'contacts.unlink': ({ id }) => {
      const link = links.find(one => one.id === id)
      if (link === undefined) throw new AppError('not-found')
      const rest = links.filter(one => one !== link)
      return { act: change('contact-unlink', link, rest) }
    },
    'contacts.setPhoto': ({ id, picture }) => {
      const before = world.found(id)
      const photo = picture === null ? '' : keyOf(picture.base64)
      if (picture !== null) pictures.set(photo, picture.base64)
      const after = { ...before, photo, revision: `${before.revision}+` }
      put(after)
      return { id, act: acts.note({ name: 'contact-photo', ids: [id], undo: () => put(before), redo: () => put(after) }) }
    },
    'contacts.photo': ({ photo }) => {
      const base64 = pictures.get(photo)
      if (base64 === undefined) throw new AppError('not-found')
      return { type: typeOf(base64), base64 }
    },
  }
}

function seenFrom(world: FakeWorld, link: Link, id: string): ContactLink {
  const isOut = link.from === id
  const other = world.found(isOut ? link.to : link.from)
  return {
    id: link.id,
    kind: link.kind,
    direction: isOut || isTwoWay(link.kind) ? 'out' : 'in',
    note: link.note,
    other: { id: other.id, kind: other.kind, name: other.name },
  }
}

function isSameLink(link: Link, draft: LinkDraft): boolean {
  if (link.kind !== draft.kind) return false
  if (link.from === draft.from && link.to === draft.to) return true
  return isTwoWay(link.kind) && link.from === draft.to && link.to === draft.from
}

/** 64 hex digits that differ where the pictures do; no digest, which the page could only make asynchronously. */
function keyOf(base64: string): string {
  let sum = 7
  for (const sign of base64) sum = (sum * 31 + (sign.codePointAt(0) ?? 0)) % 0xff_ff_ff_ff
  return sum.toString(16).padStart(64, '0')
}

function typeOf(base64: string): 'image/jpeg' | 'image/png' | 'image/webp' {
  if (base64.startsWith('iVBOR')) return 'image/png'
  return base64.startsWith('UklGR') ? 'image/webp' : 'image/jpeg'
}
