import type { Address } from '../../../../shared/features/contacts/contact.ts'
import type { CardProperty } from './card.ts'
import { type DraftBuilder, hasHan, joinLines, oneLine } from './draft-builder.ts'
import { labelOf } from './property-labels.ts'

const limits = { country: 100, region: 100, city: 100, district: 100, detail: 500, postcode: 20 } as const

/** ADR: box, extension, street, town, region, postcode, country. More parts than that belong to the street. */
export function readAddress(builder: DraftBuilder, property: CardProperty): void {
  const [box = '', extension = '', street = '', city = '', region = '', postcode = '', country = '', ...more] =
    builder.parts(property)
  const details = [street, extension, box, ...more].filter(part => part !== '')
  const detail = streetText(details.join('\n'))
  const parts = { country, region, city, district: '', detail, postcode }
  addAddress(builder, property, { ...mapValues(parts) })
}

/** LABEL: the address in one piece. It counts only where no ADR says the same. */
export function readAddressLabel(builder: DraftBuilder, property: CardProperty): void {
  keepLabel(builder, property, builder.text(property))
}

/** The `LABEL` parameter that version 4 gives an ADR. */
export function readLabelParam(builder: DraftBuilder, property: CardProperty): void {
  const label = property.params.get('LABEL')?.join(', ').replace(/\\n/gi, '\n') ?? ''
  if (label !== '' && !isCovered(builder, label)) builder.toNote('LABEL', label, 'LABEL')
}

function keepLabel(builder: DraftBuilder, property: CardProperty, label: string): void {
  if (label === '' || isCovered(builder, label)) return
  addAddress(builder, property, { country: '', region: '', city: '', district: '', detail: streetText(label), postcode: '' })
}

type Parts = Omit<Address, 'id' | 'label' | 'preferred'>

function addAddress(builder: DraftBuilder, property: CardProperty, parts: Parts): void {
  const text = [parts.postcode, parts.country, parts.region, parts.city, parts.detail].filter(part => part !== '').join(', ')
  if (text === '') return
  const { place, preferred, own } = labelOf(property, builder.card)
  const label = place === 'home' || place === 'work' ? place : 'other'
  const fits = (Object.keys(limits) as (keyof Parts)[]).every(key => parts[key].length <= limits[key])
  const whole: Parts = { country: '', region: '', city: '', district: '', detail: text, postcode: '' }
  if (!fits && text.length > limits.detail) builder.toNote('ADR', text, 'ADR', 'value-too-long')
  else builder.add('addresses', { id: null, label, ...(fits ? parts : whole), preferred }, 'ADR', text)
  if (own !== '') builder.toNote(`ADR ${text.slice(0, 40)}`, own, 'ADR')
}

/** Every word of the label stands in some address already. */
function isCovered(builder: DraftBuilder, label: string): boolean {
  if (label.length > limits.detail * 2) return false
  const known = plain(builder.draft.addresses.map(address => Object.values(address).join(' ')).join(' '))
  return label.split(/[\s,，;]+/).every(word => known.includes(plain(word)))
}

function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
}

function streetText(text: string): string {
  const lines = text.split('\n').map(line => withoutComma(line.trim()))
  return joinLines(lines.join('\n'), hasHan(text) ? ' ' : ', ')
}

function withoutComma(line: string): string {
  return line.endsWith(',') ? line.slice(0, -1) : line
}

function mapValues(parts: Parts): Parts {
  return {
    country: oneLine(parts.country),
    region: oneLine(parts.region),
    city: oneLine(parts.city),
    district: parts.district,
    detail: parts.detail,
    postcode: oneLine(parts.postcode),
  }
}
