import type { ComponentProps, RefObject } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { asksForCustomers } from './find-query.ts'
import { leaveActions, useFind } from './find-store.ts'

interface FindBoxProps {
  readonly ref: RefObject<HTMLInputElement | null>
  readonly count: number
  /** What ties the field to its list. */
  readonly combobox: ComponentProps<'input'>
}

/** Where a person types; beside the actions of a customer it says whose they are. */
export function FindBox({ ref, count, combobox }: FindBoxProps) {
  const { t } = useText()
  const { text, mode, query, acting, isAnswered } = useFind()
  const isCounted = acting === null && isAnswered && (query !== '' || !asksForCustomers(mode))
  return (
    <div className="find-box">
      {acting === null ? (
        <Icon name="search" size={20} />
      ) : (
        <span className="find-of chip chip-info" onClick={leaveActions}>
          <Icon name="arrow-left" size={14} />
          <span className="cut">{acting.customer.name}</span>
        </span>
      )}
      <input
        {...combobox}
        ref={ref}
        className="find-input"
        type="text"
        role="combobox"
        autoComplete="off"
        spellCheck={false}
        aria-autocomplete="list"
        aria-label={acting === null ? t('find:title') : t('find:actionsFor', { name: acting.customer.name })}
        placeholder={acting === null ? t('find:placeholder') : t('find:placeholderActions')}
        maxLength={200}
        value={acting === null ? text : acting.text}
      />
      {isCounted && <span className="meta num nowrap">{t('find:count', { n: count })}</span>}
    </div>
  )
}
