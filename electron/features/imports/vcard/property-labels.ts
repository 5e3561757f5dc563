import type { Card, CardProperty } from './card.ts'

export type Place = 'mobile' | 'home' | 'work' | 'fax' | 'other'

export interface PropertyLabel {
  readonly place: Place
  readonly preferred: boolean
  /** Words of the person's own (`Monkey Tree`, `PAGER`) that no label of ours says; '' for none. */
  readonly own: string
}

const words: Readonly<Record<string, Place>> = {
  ...of('mobile', 'mobile cell cellular iphone pcs cellphone applewatch 手机 移动 移动电话 行动电话 手機 携帯'),
  ...of('home', 'home homepage personal dom residence 住宅 家庭 家 家里 自宅 住家'),
  ...of('work', 'work business office company 工作 单位 公司 办公 办公室 單位 公務 会社'),
  ...of('fax', 'fax homefax workfax otherfax 传真 傳真 住宅传真 工作传真 单位传真'),
  ...of('other', 'other main voice internet pref msg text video postal parcel intl profile email smtp 其他 其它 主要 总机 默认'),
}

/** What the types, the group and the label that Apple keeps beside a property say together. */
export function labelOf(property: CardProperty, card: Card): PropertyLabel {
  const types = typesOf(property)
  const label = ownLabel(property, card)
  const said = [...types, property.group, label]
    .map(word => words[word.toLowerCase().replace(/^x-|[\s_-]/g, '')])
    .filter(place => place !== undefined)
  const place = (['fax', 'mobile', 'work', 'home'] as const).find(candidate => said.includes(candidate)) ?? 'other'
  const unknown = [...types.filter(type => !isStandard(type)), ...(label !== '' && !isStandard(label) ? [label] : [])]
  return {
    place,
    preferred: types.includes('pref') || property.params.get('PREF')?.[0] === '1',
    own: unknown.map(word => word.replace(/^x-/i, '')).join(' '),
  }
}

/** `TYPE=` values and bare ones, lower case, without what says how the value is written. */
export function typesOf(property: CardProperty): string[] {
  const all = [...(property.params.get('TYPE') ?? []), ...(property.params.get('') ?? [])]
  return all
    .map(type => type.toLowerCase())
    .filter(type => !/^(?:quoted-printable|base64|b|8bit|7bit|utf-?8|gbk|gb2312)$/.test(type))
}

/** The `X-ABLabel` of the same group, out of Apple's brackets; '' without one. */
export function ownLabel(property: CardProperty, card: Card): string {
  if (property.group === '') return ''
  const label = card.properties.find(other => other.group === property.group && other.name === 'X-ABLABEL')
  return label === undefined ? '' : label.value.replace(/^_?\$!<(.*)>!\$_?$/, '$1').trim()
}

function isStandard(type: string): boolean {
  return Object.hasOwn(words, type.toLowerCase().replace(/^x-|[\s_-]/g, ''))
}

function of(place: Place, list: string): Record<string, Place> {
  return Object.fromEntries(list.split(' ').map(word => [word, place]))
}
