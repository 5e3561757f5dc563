import { type ChangeEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useMemo, useState } from 'react'
import { useNavigate } from 'react-router'
import { announceSoon } from '../../kernel/announce.ts'
import { enabledCommands, runCommand, useCommandRegistry } from '../../kernel/command-registry.ts'
import { isComposing } from '../../kernel/composing.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { leaveNewContactText } from '../../kernel/new-contact-text.ts'
import { customerPath, paths } from '../../kernel/paths.ts'
import { Icon } from '../../ui/icon.tsx'
import { Layer } from '../../ui/layer.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { FindFoot } from './find-foot.tsx'
import { FindRowView } from './find-row-view.tsx'
import { type FindRow, type FindSection, findSections, readQuery } from './find-rows.ts'
import { openFind, search, useFind } from './find-store.ts'
import './find.css'

interface QuickFindProps {
  readonly onClose: () => void
}

/** One box for everything: customers by name, last digits, company, tag, commands after `>`. The keyboard stays in the box. */
export function QuickFind({ onClose }: QuickFindProps) {
  const { t } = useText()
  const format = useFormat()
  const listId = useId()
  const { text, total, failure, answered } = useFind()
  const sections = useSections()
  const rows = useMemo(() => sections.flatMap(section => section.rows), [sections])
  const [picked, setPicked] = useState(0)
  const active = Math.min(picked, rows.length - 1)
  const run = useRun(onClose)
  const isAnswered = answered === text
  // Enter may outrun the answer: it means the row that is coming, not the one that still stands there
  const [isDue, setDue] = useState(false)
  const runActive = useEffectEvent(() => {
    const row = rows[active]
    if (row !== undefined) run(row)
  })
  const { query, mode } = readQuery(text, false)
  useEffect(() => openFind(), [])
  useEffect(() => {
    if (answered !== null && query !== '') announceSoon(t('find:count', { n: mode === 'customers' ? total : rows.length }))
  }, [answered, query, mode, total, rows.length, t])
  useEffect(() => {
    // answers a promise in newer engines, which is no clean-up
    document.getElementById(`${listId}-${active}`)?.scrollIntoView({ block: 'nearest' })
  }, [listId, active])

  useEffect(() => {
    if (isDue && isAnswered) runActive()
  }, [isDue, isAnswered])

  const ask = (next: string, composing: boolean) => {
    setPicked(0)
    setDue(false)
    void search(next, composing)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isComposing(event.nativeEvent)) return
    if (event.key === 'Enter') {
      event.preventDefault()
      setDue(true)
      return
    }
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step === 0 || rows.length === 0) return
    event.preventDefault()
    setPicked((active + step + rows.length) % rows.length)
  }
  const onChange = (event: ChangeEvent<HTMLInputElement>) => {
    const composing = 'isComposing' in event.nativeEvent && event.nativeEvent.isComposing === true
    ask(event.target.value, composing)
  }
  // Escape clears first, then closes
  const close = () => (text === '' ? onClose() : ask('', false))
  return (
    <Layer className="find-layer" onClose={close} closeOnBackdrop>
      <div className="find" role="dialog" aria-modal="true" aria-label={t('find:title')}>
        <div className="find-box">
          <Icon name="search" size={20} />
          <input
            className="find-input"
            type="text"
            role="combobox"
            autoComplete="off"
            spellCheck={false}
            aria-label={t('find:title')}
            aria-expanded={rows.length > 0}
            aria-controls={listId}
            aria-autocomplete="list"
            aria-activedescendant={rows.length > 0 ? `${listId}-${active}` : undefined}
            placeholder={t('find:placeholder')}
            maxLength={200}
            value={text}
            onChange={onChange}
            onKeyDown={onKeyDown}
          />
          {query !== '' && mode === 'customers' && isAnswered && (
            <span className="meta num nowrap">{t('find:count', { n: total })}</span>
          )}
        </div>
        <div className="find-results">
          {failure !== null && <FailureNote failure={failure} onRetry={() => void search(text, false)} />}
          <div role="listbox" id={listId} aria-label={t('find:results')}>
            {withStart(sections).map(({ section, start }) => (
              <Section key={section.name} name={section.name} listId={listId} query={query}>
                {section.rows.map((row, index) => (
                  <FindRowView
                    key={row.key}
                    id={`${listId}-${start + index}`}
                    row={row}
                    query={query}
                    format={format}
                    active={start + index === active}
                    onPoint={() => setPicked(start + index)}
                    onRun={() => run(row)}
                  />
                ))}
              </Section>
            ))}
          </div>
          {mode === 'customers' && total > 8 && <p className="find-more meta">{t('find:more', { n: total - 8 })}</p>}
          {rows.length === 0 && failure === null && answered !== null && (
            <p className="find-more text-2">{t('find:none', { q: query })}</p>
          )}
        </div>
        <FindFoot />
      </div>
    </Layer>
  )
}

interface SectionProps {
  readonly name: FindSection['name']
  readonly listId: string
  readonly query: string
  readonly children: React.ReactNode
}

function Section({ name, listId, query, children }: SectionProps) {
  const { t } = useText()
  const byDigits = name === 'customers' && /^\d{3,}$/u.test(query)
  return (
    <div role="group" aria-labelledby={`${listId}-${name}`}>
      <div className="find-section">
        <span id={`${listId}-${name}`}>{t(`find:${name}`)}</span>
        {byDigits && <span>{t('find:phoneFirst')}</span>}
      </div>
      {children}
    </div>
  )
}

function useSections(): readonly FindSection[] {
  const { t } = useText()
  const { text, hits } = useFind()
  const handlers = useCommandRegistry(state => state.handlers)
  return useMemo(() => {
    const commands = enabledCommands(handlers)
      .filter(id => id !== 'find')
      .map(id => ({ id, words: t(`shell:commands.${id}`) }))
    return findSections({ text, hits, commands })
  }, [text, hits, handlers, t])
}

function useRun(onClose: () => void): (row: FindRow) => void {
  const navigate = useNavigate()
  return row => {
    onClose()
    if (row.kind === 'customer') void navigate(customerPath(row.hit.row.id))
    if (row.kind === 'command') setTimeout(() => runCommand(row.id))
    if (row.kind === 'create') {
      leaveNewContactText(row.name + row.phone)
      void navigate(paths.newCustomer)
    }
  }
}

function withStart(sections: readonly FindSection[]) {
  return sections.map((section, index) => ({
    section,
    start: sections.slice(0, index).reduce((sum, { rows }) => sum + rows.length, 0),
  }))
}
