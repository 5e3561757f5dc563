import type { CardProperty } from './card.ts'
import { type DraftBuilder, fit, hasHan, oneLine } from './draft-builder.ts'

/** FN, else N in the order of its language. What N holds beyond FN goes to the note, a title before it to the salutation. */
export function readName(builder: DraftBuilder): void {
  const { properties } = builder.card
  const fullNames = properties.filter(property => property.name === 'FN').map(property => oneLine(builder.text(property)))
  const names = properties.filter(property => property.name === 'N').map(property => readParts(builder, property))
  const [fullName = ''] = fullNames.filter(name => name !== '')
  const [parts] = names.filter(name => joinName(name) !== '')
  builder.setText('name', fullName === '' && parts !== undefined ? joinName(parts) : fullName, 'FN')
  for (const other of fullNames) if (other !== fullName) builder.toNote('FN', other, 'FN')
  for (const name of names) keepRest(builder, name)
}

/** A card without FN and N is called after its company, nickname or the first thing it can be reached by. */
export function readNameElsewhere(builder: DraftBuilder): void {
  const { draft } = builder
  if (draft.name !== '') return
  if (draft.company !== '') {
    draft.name = draft.company
    draft.kind = 'organisation'
  } else if (draft.alias !== '') draft.name = draft.alias
  else {
    const reach = draft.emails[0]?.value ?? draft.phones[0]?.value ?? draft.handles[0]?.value ?? draft.addresses[0]?.detail ?? ''
    const found = oneLine(reach) || oneLine(builder.firstNoteText)
    if (found !== '') builder.count('no-name', 'FN')
    draft.name = fit(found, 200)
  }
}

interface NameParts {
  readonly family: string
  readonly given: string
  readonly middle: string
  readonly prefix: string
  readonly suffix: string
}

function readParts(builder: DraftBuilder, property: CardProperty): NameParts {
  const [family = '', given = '', middle = '', prefix = '', ...suffix] = builder.parts(property).map(oneLine)
  return { family, given, middle, prefix, suffix: suffix.filter(part => part !== '').join(' ') }
}

function joinName({ family, given, middle, suffix }: NameParts): string {
  const isHan = hasHan(family + given)
  const ordered = isHan ? [family, middle, given] : [given, middle, family]
  const name = ordered.filter(part => part !== '').join(isHan && !/[A-Za-z]/.test(family + given) ? '' : ' ')
  return [name, suffix].filter(part => part !== '').join(' ')
}

function keepRest(builder: DraftBuilder, name: NameParts): void {
  const { draft } = builder
  if (name.prefix !== '' && draft.salutation === '' && name.prefix.length <= 50) draft.salutation = name.prefix
  else if (name.prefix !== '' && name.prefix !== draft.salutation) builder.toNote('N', name.prefix, 'N')
  const known = plain(draft.name)
  const rest = [name.family, name.given, name.middle, name.suffix].filter(part => !known.includes(plain(part)))
  if (rest.length > 0) builder.toNote('N', rest.join(' '), 'N')
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[\s.,;、，]/g, '')
}
