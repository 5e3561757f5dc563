import { useEffect, useState } from 'react'
import type { ContactFilter } from '../../../../shared/features/contacts/contact-filter.ts'
import { announceSoon } from '../../../kernel/announce.ts'
import { call } from '../../../kernel/client.ts'
import { useText } from '../../../kernel/i18n.ts'

const restMs = 200

/** How many customers a search and a filter find, asked for when typing rests; null until it is known. */
export function useFilterCount(search: string, filter: ContactFilter): number | null {
  const { t } = useText()
  const key = JSON.stringify([search, filter])
  const [known, setKnown] = useState<{ readonly key: string; readonly total: number } | null>(null)
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(async () => {
      const result = await call('contacts.count', { search, filter })
      if (isOver || !result.ok) return
      setKnown({ key, total: result.value.total })
      announceSoon(t('lists:filter.finds', { n: result.value.total }))
    }, restMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
    // the filter is compared by what it says
  }, [key])
  return known?.total ?? null
}
