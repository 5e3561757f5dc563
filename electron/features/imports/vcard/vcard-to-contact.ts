import { ContactDraft } from '../../../../shared/features/contacts/contact.ts'
import type { Blob } from '../../../kernel/blobs/blob-store.ts'
import { maxPictureBytes, pictureType } from '../../contacts/contact-photo.ts'
import type { Card, CardProperty } from './card.ts'
import { readAddress, readAddressLabel, readLabelParam } from './card-addresses.ts'
import { readBirthday } from './card-birthday.ts'
import { isHandle, readEmail, readHandle, readPhone } from './card-channels.ts'
import { readName, readNameElsewhere } from './card-names.ts'
import { DraftBuilder, fit, type NoteCount, oneLine } from './draft-builder.ts'
import { isBinaryName } from './logical-lines.ts'
import { ownLabel } from './property-labels.ts'

export interface CardContact {
  /** Null when the card holds nothing to make a customer of; the notes say why. */
  readonly draft: ContactDraft | null
  readonly notes: readonly NoteCount[]
  /** Where the card holds one that can be shown. */
  readonly picture?: Blob
}

/**
 * Properties that speak of the file or of the program that wrote it, not of the person: dropped without a word.
 * Everything else has a field, goes to the note, or is counted as left out.
 */
const technical =
  /^(?:VERSION|BEGIN|END|PRODID|REV|UID|SORT-STRING|MAILER|PROFILE|SOURCE|CLIENTPIDMAP|XML|CLASS|NAME|X-ABUID|X-ABADR|X-ABLABEL|X-ABSHOWAS.*|X-ABCROP.*|X-ADDRESSING-GRAMMAR|X-ACTIVITY-ALERT|X-MS-OL-.*|X-MS-TEXT|X-EVOLUTION-FILE-AS|X-EVOLUTION-WEBDAV.*|X-MOZILLA-HTML|X-RADICALE-NAME|X-THUNDERBIRD-ETAG|X-IRMC-LUID|X-CLASS|X-REDUCTION|X-NO|X-GNO|X-IMAGEHASH|X-IMAGETYPE|X-SHARED-PHOTO-.*|X-WALLPAPER.*|VND-\d+-.*|X-APPLE-.*|X-GROUP-MEMBERSHIP-ID|X-CARDDAV-.*|X-DAVDROID-.*)$/

/** Turns a card into what a person would have typed. Nothing of it vanishes without a count. */
export function toContact(card: Card): CardContact {
  const builder = new DraftBuilder(card)
  noteCard(builder)
  readName(builder)
  const filled = card.properties.filter(property => property.isBinary || property.value.trim() !== '')
  for (const property of filled) readProperty(builder, property)
  // labels after all addresses: they count only where no address says the same
  for (const property of filled) if (property.name === 'LABEL') readAddressLabel(builder, property)
  for (const property of filled) if (property.name === 'ADR') readLabelParam(builder, property)
  readKind(builder)
  readNameElsewhere(builder)
  builder.finishNote()
  const { draft, picture } = builder
  if (draft.name !== '') {
    return { draft: ContactDraft.parse(draft), notes: builder.noteCounts, ...(picture === null ? {} : { picture }) }
  }
  if (picture !== null) builder.count('photo-left-out', 'PHOTO')
  builder.count(filled.some(property => !technical.test(property.name)) ? 'no-name' : 'empty-card', '')
  return { draft: null, notes: builder.noteCounts }
}

function noteCard(builder: DraftBuilder): void {
  const { card } = builder
  if (!card.hasEnd) builder.count('no-end', '')
  if (card.nestedCards > 0) builder.count('nested-card', '', card.nestedCards)
  if (card.isEncodingGuessed) builder.count('encoding-guessed', '')
  if (card.dropped > 0) builder.count('too-many-values', '', card.dropped)
  for (const field of card.unreadable) builder.count('unreadable-characters', field)
  for (const line of card.strayLines) builder.toNote('?', line, '', 'line-unreadable')
}

function readProperty(builder: DraftBuilder, property: CardProperty): void {
  const { name } = property
  if (property.isBinary) {
    if (!takePicture(builder, property)) leaveOut(builder, property)
    return
  }
  if (property.isCut) builder.count('value-too-long', name)
  const read = readers[name]
  if (read !== undefined) read(builder, property)
  else if (isHandle(name)) readHandle(builder, property)
  else if (!technical.test(name)) keepAsNote(builder, property)
}

type Reader = (builder: DraftBuilder, property: CardProperty) => void

const done: Reader = () => undefined

const readers: Readonly<Record<string, Reader>> = {
  FN: done,
  N: done,
  LABEL: done,
  TEL: readPhone,
  EMAIL: readEmail,
  ADR: readAddress,
  NOTE: (builder, property) => builder.addNoteText(builder.text(property)),
  ORG: readOrganisation,
  TITLE: (builder, property) => builder.setText('jobTitle', builder.text(property), 'TITLE'),
  ROLE: readRole,
  NICKNAME: readNickname,
  'X-NICKNAME': readNickname,
  BDAY: readBirthdayField,
  GENDER: readGender,
  'X-GENDER': readGender,
  SEX: readGender,
  CATEGORIES: (builder, property) => {
    for (const tag of builder.items(property)) builder.addTag(oneLine(tag))
  },
  KIND: done,
  'X-ADDRESSBOOKSERVER-KIND': done,
  PHOTO: leaveOut,
  LOGO: leaveOut,
  'X-ANDROID-CUSTOM': readAndroidField,
}

function readOrganisation(builder: DraftBuilder, property: CardProperty): void {
  const [company = '', ...units] = builder.parts(property).map(oneLine)
  const named = units.filter(unit => unit !== '')
  if (company === '' && named.length === 0) return
  builder.setText('company', company === '' ? named.join(', ') : company, 'ORG')
  if (company !== '' && named.length > 0) builder.toNote('ORG', named.join(', '), 'ORG')
}

/** A role stands in for a job title that is not there. */
function readRole(builder: DraftBuilder, property: CardProperty): void {
  const hasTitle = builder.card.properties.some(other => other.name === 'TITLE' && other.value.trim() !== '')
  if (hasTitle) builder.toNote('ROLE', builder.text(property), 'ROLE')
  else builder.setText('jobTitle', builder.text(property), 'ROLE')
}

function readNickname(builder: DraftBuilder, property: CardProperty): void {
  addAlias(builder, builder.items(property).join(', '))
}

function addAlias(builder: DraftBuilder, alias: string): void {
  const { draft } = builder
  if (alias === '' || draft.alias.split(', ').includes(alias)) return
  const joined = draft.alias === '' ? alias : `${draft.alias}, ${alias}`
  if (joined.length <= 200) draft.alias = oneLine(joined)
  else builder.toNote('NICKNAME', alias, 'NICKNAME', 'value-too-long')
}

function readBirthdayField(builder: DraftBuilder, property: CardProperty): void {
  const written = builder.text(property)
  const calendar = property.params.get('CALSCALE')?.[0]?.toLowerCase()
  const read = calendar === undefined || calendar === 'gregorian' ? readBirthday(written) : readBirthday(`lunar ${written}`)
  if (read === null) builder.toNote('BDAY', written, 'BDAY', 'bad-date')
  else if (builder.draft.birthday !== null) builder.toNote('BDAY', written, 'BDAY')
  else {
    builder.draft.birthday = read.birthday
    if (read.hasMore) builder.toNote('BDAY', written, 'BDAY')
  }
}

function readGender(builder: DraftBuilder, property: CardProperty): void {
  const [sex = '', ...text] = builder.parts(property)
  if (/^(?:f|female|女|女性)$/i.test(sex)) builder.draft.gender = 'female'
  else if (/^(?:m|male|男|男性)$/i.test(sex)) builder.draft.gender = 'male'
  else if (!/^[noux]?$/i.test(sex)) builder.toNote('GENDER', sex, property.name)
  builder.toNote('GENDER', text.join(' '), property.name)
}

/** `vnd.android.cursor.item/nickname;Nick;1;;…`: what the phone's own address book has no vCard property for. */
function readAndroidField(builder: DraftBuilder, property: CardProperty): void {
  const [kind = '', value = '', type = '', ...rest] = builder.parts(property)
  const name = kind.replace(/^.*\//, '')
  const isBirthday = name === 'contact_event' && type === '3'
  const read = isBirthday && builder.draft.birthday === null ? readBirthday(value) : null
  if (name === 'nickname') addAlias(builder, value)
  else if (read !== null) builder.draft.birthday = read.birthday
  else builder.toNote(name, [value, ...rest].filter(part => part !== '').join(', '), property.name)
}

/** The first picture that can be shown; what it is is told by its bytes, not by the card. */
function takePicture(builder: DraftBuilder, { picture }: CardProperty): boolean {
  if (picture === null || builder.picture !== null || picture.length > maxPictureBytes) return false
  const type = pictureType(picture)
  if (type !== null) builder.picture = { type, bytes: picture }
  return type !== null
}

/** Other pictures and sounds are counted; a key or another block is kept as it is written while it is short. */
function leaveOut(builder: DraftBuilder, { name, value }: CardProperty): void {
  if (name === 'SOUND') builder.count('sound-left-out', name)
  else if (isBinaryName(name) && name !== 'KEY') builder.count('photo-left-out', name)
  else if (value === '') builder.count('value-too-long', name)
  else builder.toNote(name, value, name)
}

function keepAsNote(builder: DraftBuilder, property: CardProperty): void {
  const label = ownLabel(property, builder.card)
  const text = property.value.includes(';')
    ? builder
        .parts(property)
        .filter(part => part !== '')
        .join(', ')
    : builder.text(property)
  builder.toNote(label === '' ? property.name : `${property.name} (${fit(label, 100)})`, text, property.name)
}

/** A company: as the card says, or since it has no name but the company's. */
function readKind(builder: DraftBuilder): void {
  const { draft, card } = builder
  for (const property of card.properties.filter(({ name }) => name === 'KIND' || name === 'X-ADDRESSBOOKSERVER-KIND')) {
    const kind = builder.text(property).toLowerCase()
    if (/^(?:org|organization|organisation|company)$/.test(kind)) draft.kind = 'organisation'
    else if (kind !== 'individual') builder.toNote('KIND', kind, property.name)
  }
  const showsCompany = card.properties.some(({ name, value }) => name.startsWith('X-ABSHOWAS') && /^company$/i.test(value.trim()))
  const hasParts = card.properties.some(({ name, value }) => name === 'N' && /[^;\s]/.test(value))
  if (showsCompany || (!hasParts && draft.name !== '' && draft.name === draft.company)) draft.kind = 'organisation'
}
