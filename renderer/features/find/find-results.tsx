import { type ReactNode, useEffect, useState } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { FailureNote } from '../../ui/states.tsx'
import { asksForCustomers } from './find-query.ts'
import { FindRowView } from './find-row-view.tsx'
import type { FindRow, FindSection } from './find-rows.ts'
import { search, useFind } from './find-store.ts'

interface FindResultsProps {
  readonly listId: string
  readonly sections: readonly FindSection[]
  readonly hidden: number
  readonly active: number
  readonly onPoint: (index: number) => void
  readonly onRun: (row: FindRow) => void
}

/** The rows in their groups, and what there is to say about them. */
export function FindResults({ listId, sections, hidden, active, onPoint, onRun }: FindResultsProps) {
  const { t } = useText()
  const { text, mode, query, isAnswered, failure, acting } = useFind()
  useEffect(() => {
    // answers a promise in newer engines, which is no clean-up
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])
  const shownQuery = acting === null ? query : acting.text
  return (
    <div className="find-results" data-waiting={(!isAnswered && acting === null) || undefined}>
      {failure !== null && acting === null && <FailureNote failure={failure} onRetry={() => void search(text, false)} />}
      <FindNote sections={sections} />
      <div role="listbox" id={listId} aria-label={t('find:results')}>
        {withStart(sections).map(({ section, start }) => (
          <Section key={section.name} name={section.name} listId={listId} query={query}>
            {section.rows.map((row, index) => (
              <FindRowView
                key={row.key}
                id={`${listId}-${start + index}`}
                row={row}
                query={shownQuery}
                active={start + index === active}
                onPoint={() => onPoint(start + index)}
                onRun={() => onRun(row)}
              />
            ))}
          </Section>
        ))}
      </div>
      {hidden > 0 && asksForCustomers(mode) && isAnswered && <p className="find-more meta">{t('find:more', { n: hidden })}</p>}
    </div>
  )
}

/** What stands where no customer does: nothing found, nothing typed, or still looking. */
function FindNote({ sections }: { readonly sections: readonly FindSection[] }) {
  const { t } = useText()
  const { mode, query, isAnswered, failure, acting } = useFind()
  const isSlow = useSlow(!isAnswered)
  const has = (name: FindSection['name']) => sections.some(section => section.name === name)
  if (acting !== null) {
    return sections.length > 0 ? null : <p className="find-more text-2">{t('find:none', { q: acting.text })}</p>
  }
  if (isSlow) return <p className="find-more text-2">{t('find:slow')}</p>
  if (failure !== null || !isAnswered) return null
  if (query === '') return mode === 'numbers' ? <p className="find-more text-2">{t('find:typeNumber')}</p> : null
  if (!asksForCustomers(mode)) {
    return sections.length > 0 ? null : <p className="find-more text-2">{t('find:none', { q: query })}</p>
  }
  if (has('customers') || has('staff')) return null
  return (
    <div className="find-more">
      <p>{t('find:none', { q: query })}</p>
      <p className="meta">{t(mode === 'numbers' ? 'find:noNumberHint' : 'find:noneHint')}</p>
    </div>
  )
}

const slowAfterMs = 1000

/** True when something has been going on for more than a second. */
function useSlow(isWaiting: boolean): boolean {
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    if (!isWaiting) return undefined
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => {
      clearTimeout(timer)
      setSlow(false)
    }
  }, [isWaiting])
  return isSlow
}

interface SectionProps {
  readonly name: FindSection['name']
  readonly listId: string
  readonly query: string
  readonly children: ReactNode
}

function Section({ name, listId, query, children }: SectionProps) {
  const { t } = useText()
  const byDigits = name === 'customers' && /^\d{3,}$/u.test(query)
  return (
    <div role="group" aria-labelledby={`${listId}-${name}`}>
      <div className="find-section">
        <span id={`${listId}-${name}`}>{t(`find:section.${name}`)}</span>
        {byDigits && <span>{t('find:phoneFirst')}</span>}
      </div>
      {children}
    </div>
  )
}

function withStart(sections: readonly FindSection[]) {
  return sections.map((section, index) => ({
    section,
    start: sections.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0),
  }))
}
