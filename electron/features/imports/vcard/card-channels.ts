import type { Handle } from '../../../../shared/features/contacts/contact.ts'
import type { CardProperty } from './card.ts'
import { type DraftBuilder, oneLine } from './draft-builder.ts'
import { labelOf, typesOf } from './property-labels.ts'

type Service = Handle['service']

export function readPhone(builder: DraftBuilder, property: CardProperty): void {
  const value = phoneText(oneLine(builder.text(property)))
  if (value === '') return
  if (value.length > 60) {
    builder.toNote('TEL', value, 'TEL', 'value-too-long')
    return
  }
  const { place, preferred, own } = labelOf(property, builder.card)
  builder.add('phones', { id: null, label: place, value, preferred }, 'TEL', value)
  // the end of the number is enough to tell which: notes are not masked
  if (own !== '') builder.toNote(`TEL …${value.slice(-4)}`, own, 'TEL')
}

export function readEmail(builder: DraftBuilder, property: CardProperty): void {
  const written = oneLine(builder.text(property)).replace(/^mailto:/i, '')
  if (written === '') return
  const inBrackets = written.length > 600 ? null : /^(.*)<\s*([^<>\s]+@[^<>\s]+)\s*>$/.exec(written)
  const value = inBrackets?.[2] ?? written
  if (value.length > 254) {
    builder.toNote('EMAIL', written, 'EMAIL', 'value-too-long')
    return
  }
  const { place, preferred, own } = labelOf(property, builder.card)
  builder.add(
    'emails',
    { id: null, label: place === 'home' || place === 'work' ? place : 'other', value, preferred },
    'EMAIL',
    value,
  )
  const name = (inBrackets?.[1] ?? '').replace(/"/g, '').trim()
  if (name !== '' && name !== builder.draft.name) builder.toNote(`EMAIL ${value}`, name, 'EMAIL')
  if (own !== '' && place !== 'mobile') builder.toNote(`EMAIL ${value}`, own, 'EMAIL')
}

const services: Readonly<Record<string, Service>> = {
  wechat: 'wechat',
  weixin: 'wechat',
  微信: 'wechat',
  qq: 'qq',
  line: 'line',
  whatsapp: 'whatsapp',
  telegram: 'telegram',
  tg: 'telegram',
  skype: 'skype',
  skypeusername: 'skype',
  callto: 'skype',
}

const handleName =
  /^(?:IMPP|URL|X-SOCIALPROFILE|X-(?:TENCENT-)?(?:QQ|WECHAT|WEIXIN)(?:-ID)?|X-(?:SKYPE|LINE|WHATSAPP|TELEGRAM|AIM|ICQ|MSN|YAHOO|JABBER|GTALK|GOOGLE-TALK|GADUGADU|GROUPWISE|SIP|TWITTER|FACEBOOK|INSTAGRAM|LINKEDIN|WEIBO|SINA-WEIBO|KAKAOTALK|VIBER|MS-IMADDRESS|KADDRESSBOOK-X-IMADDRESS|SKYPE-USERNAME)(?:-ID)?|X-MESSAGING\/.+)$/

/** Whether a property is a web address or an account at a service. */
export function isHandle(name: string): boolean {
  return handleName.test(name)
}

export function readHandle(builder: DraftBuilder, property: CardProperty): void {
  const { label, text } = handleText(property, oneLine(builder.text(property)))
  const service = property.name === 'URL' ? 'website' : (services[label.toLowerCase().replace(/[^\p{L}\d]/gu, '')] ?? 'other')
  if (text === '') return
  // a private-use sign parts several accounts in one value (Kontact)
  for (const one of text.split('\uE000')) {
    const value =
      service === 'other' && label !== '' && !one.toLowerCase().startsWith(`${label.toLowerCase()}:`) ? `${label}:${one}` : one
    if (value.length > 300) builder.toNote(property.name, value, property.name, 'value-too-long')
    else if (value !== '') {
      const { preferred } = labelOf(property, builder.card)
      builder.add('handles', { id: null, service, value, preferred }, property.name, value)
    }
  }
  const { own } = labelOf(property, builder.card)
  if (own !== '' && own.toLowerCase() !== label.toLowerCase())
    builder.toNote(`${property.name} ${text.slice(0, 100)}`, own, property.name)
}

/** The service's name as the card says it, and the account without its scheme. */
function handleText(property: CardProperty, value: string): { label: string; text: string } {
  if (property.name === 'URL') return { label: '', text: value.replace(/^(https?|ftp)\\+:/i, '$1:') }
  const scheme = /^([A-Za-z][\w+.-]*):(?!\/\/)(?=.)/.exec(value)
  const bare = scheme === null ? value : value.slice(scheme[0].length)
  const said = property.params.get('X-SERVICE-TYPE')?.[0]
  if (property.name === 'IMPP')
    return { label: said ?? scheme?.[1] ?? '', text: said === undefined && scheme === null ? value : bare }
  if (property.name === 'X-SOCIALPROFILE') {
    const [type = ''] = typesOf(property).filter(one => one !== 'pref')
    const user = property.params.get('X-USER')?.[0]
    return { label: type, text: value.replace(/^x-apple:/i, '') || (user ?? '') }
  }
  const name = property.name.replace(/^X-(?:TENCENT-|MESSAGING\/|MS-|KADDRESSBOOK-X-)?|-ID$|-ALL$/g, '').toLowerCase()
  return { label: name === 'imaddress' ? '' : name, text: value }
}

/** `tel:+1-418-656-9254;ext=102` as people write it. */
function phoneText(value: string): string {
  if (!/^tel:/i.test(value)) return value
  const [number = '', ...params] = value.slice(4).split(';')
  const extension = params.find(param => /^ext=/i.test(param))?.slice(4)
  return extension === undefined ? number.trim() : `${number.trim()} ext. ${extension}`
}
