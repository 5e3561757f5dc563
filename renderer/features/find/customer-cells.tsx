import type { ContactHit } from '../../../shared/features/contacts/contact-contract.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Highlight } from '../../ui/highlight.tsx'
import { useOptionWords } from '../fields/option-words.ts'
import { fieldOutOfSight, foundText, isMarked } from './found-field.ts'
import { pinyinPart } from './pinyin-mark.ts'

interface CustomerCellsProps {
  readonly hit: ContactHit
  readonly query: string
}

/** Who it is and why she is found: the matching part is marked where it stands, else its field is named. */
export function CustomerCells({ hit, query }: CustomerCellsProps) {
  const format = useFormat()
  const { row: customer } = hit
  return (
    <>
      <Avatar name={customer.name} />
      <b className="cut">
        <MarkedName name={customer.name} query={query} />
      </b>
      <span className="cut num text-2">
        <Highlight text={format.phone(customer.phone)} query={query} />
      </span>
      <FactCell hit={hit} query={query} />
      <EndCell hit={hit} query={query} />
    </>
  )
}

/** The typed text, or the characters that typed letters stand for. */
function MarkedName({ name, query }: { readonly name: string; readonly query: string }) {
  const part = isMarked(name, query) ? null : pinyinPart(name, query)
  if (part === null) return <Highlight text={name} query={query} />
  const signs = Array.from(name)
  return (
    <>
      {signs.slice(0, part.from).join('')}
      <mark>{signs.slice(part.from, part.to).join('')}</mark>
      {signs.slice(part.to).join('')}
    </>
  )
}

/** When she was last dealt with, where she works, and what was found if the line has it. */
function FactCell({ hit, query }: CustomerCellsProps) {
  const format = useFormat()
  const { row: customer, matched } = hit
  const found = matched === 'company' ? '' : foundText(hit)
  const facts = [found, format.relative(customer.lastActivityAt), customer.company].filter(fact => fact !== '')
  return (
    <span className="cut text-2">
      {facts.map((fact, index) => (
        <span key={fact}>
          {index > 0 && ' · '}
          <Highlight text={fact} query={fact === found || fact === customer.company ? query : ''} />
        </span>
      ))}
    </span>
  )
}

function EndCell({ hit, query }: CustomerCellsProps) {
  const { t } = useText()
  const format = useFormat()
  const optionWords = useOptionWords()
  const { row: customer } = hit
  const level = optionWords('level', customer.level)
  const tagHit = customer.tags.find(tag => isMarked(tag, query))
  const tag = tagHit ?? customer.tags[0]
  const elsewhere = query === '' || tagHit !== undefined ? null : fieldOutOfSight(hit, query, format.phone(customer.phone))
  return (
    <span className="find-end">
      {elsewhere !== null && <Chip tone="info">{t('find:in', { field: t(`find:fields.${elsewhere}`) })}</Chip>}
      {level !== '' && <Chip tone="neutral">{level}</Chip>}
      {tag !== undefined && (
        <Chip>
          <Highlight text={tag} query={hit.matched === 'tag' ? query : ''} />
        </Chip>
      )}
      {customer.tags.length > 1 && <span className="meta num">{t('find:moreTags', { n: customer.tags.length - 1 })}</span>}
    </span>
  )
}
