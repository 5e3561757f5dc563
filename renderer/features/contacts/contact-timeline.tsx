import { useState } from 'react'
import type { HistoryEntry } from '../../../shared/features/contacts/contact-contract.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { EmptyState, FailureNote, Skeleton } from '../../ui/states.tsx'
import { loadOlderEntries, refreshContact, useContactPageStore } from './contact-page-store.ts'
import { groupByDay, localDay } from './timeline-days.ts'
import { actIcon, actWords, changeWords, type FieldChange, shownChange, tellingChanges } from './timeline-words.ts'

const changesShown = 4
const dayMs = 86_400_000

/** What happened to the customer, newest first and by day, with every changed field before and after. */
export function ContactTimeline() {
  const { t } = useText()
  const timeline = useContactPageStore(state => state.timeline)
  const { entries, more, status, failure } = timeline
  if (entries.length === 0 && status === 'loading') return <Skeleton label={t('contacts:timeline.loading')} rows={5} />
  if (entries.length === 0 && failure !== null) return <FailureNote failure={failure} onRetry={() => void refreshContact()} />
  if (entries.length === 0 && status === 'ready') return <EmptyState icon="history" text={t('contacts:timeline.empty')} />
  return (
    <div className="timeline">
      {groupByDay(entries).map(({ day, entries: ofDay }) => (
        <section key={day} className="timeline-day">
          <DayTitle day={day} at={ofDay[0]?.at ?? ''} />
          <ul>
            {ofDay.map(entry => (
              <TimelineEntry key={entry.key} entry={entry} />
            ))}
          </ul>
        </section>
      ))}
      {failure !== null && <FailureNote failure={failure} onRetry={() => void loadOlderEntries()} />}
      {more ? (
        <Button kind="quiet" busy={status === 'loading'} onClick={() => void loadOlderEntries()}>
          {t('contacts:timeline.older')}
        </Button>
      ) : (
        <p className="meta timeline-end">{t('contacts:timeline.end')}</p>
      )}
    </div>
  )
}

function DayTitle({ day, at }: { readonly day: string; readonly at: string }) {
  const { t } = useText()
  const format = useFormat()
  const date = format.date(at)
  const [now] = useState(() => new Date())
  if (day === localDay(now)) return <h2>{t('contacts:timeline.today', { date })}</h2>
  if (day === localDay(new Date(now.getTime() - dayMs))) return <h2>{t('contacts:timeline.yesterday', { date })}</h2>
  return <h2>{date}</h2>
}

function TimelineEntry({ entry }: { readonly entry: HistoryEntry }) {
  const { t } = useText()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { act } = entry
  const changes = tellingChanges(entry.changes)
  const isLong = changes.length > changesShown + 1
  const file = act.name === 'vcard-import' && act.subject !== ''
  return (
    <li className="timeline-entry">
      <span className={`timeline-dot ${act.kind === 'import' ? 'timeline-dot-info' : ''}`}>
        <Icon name={actIcon(act)} size={14} />
      </span>
      <div className="grow">
        <p className="timeline-what">{actWords(t, act)}</p>
        <p className="meta cut">
          {entry.staffName}
          {file && ` · ${t('contacts:timeline.fromFile', { file: act.subject })}`}
        </p>
        {changes.length > 0 && (
          <ul className="timeline-changes">
            {(open || !isLong ? changes : changes.slice(0, changesShown)).map((change, index) => (
              <ChangeLine key={index} change={change} />
            ))}
          </ul>
        )}
        {isLong && (
          <button type="button" className="link timeline-toggle" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('contacts:timeline.fewerFields') : t('contacts:timeline.moreFields', { n: changes.length })}
          </button>
        )}
      </div>
      <time className="meta num" dateTime={entry.at} title={format.dateTime(entry.at)}>
        {format.time(entry.at)}
      </time>
    </li>
  )
}

function ChangeLine({ change }: { readonly change: FieldChange }) {
  const { t } = useText()
  const shown = shownChange(t, change)
  const { field, before, after } = shown
  return (
    <li className="change">
      <span className="visually-hidden">{changeWords(t, shown)}</span>
      <span className="change-field" aria-hidden="true">
        {field}
      </span>
      <span className="change-values" aria-hidden="true">
        {before !== '' && <del className="change-before">{before}</del>}
        {before !== '' && <Icon name="arrow-right" size={12} />}
        {after === '' ? <span className="meta">{t('common:empty')}</span> : <ins className="change-after">{after}</ins>}
      </span>
    </li>
  )
}
