import { useEffect, useEffectEvent, useState } from 'react'
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
  const ask = useEffectEvent(() => call('contacts.count', { search, filter }))
  const tell = useEffectEvent((total: number) => announceSoon(t('lists:filter.finds', { n: total })))
  useEffect(() => {
    let isOver = false
    const timer = setTimeout(async () => {
      const result = await ask()
      if (isOver || !result.ok) return
      setKnown({ key, total: result.value.total })
      tell(result.value.total)
    }, restMs)
    return () => {
      isOver = true
      clearTimeout(timer)
    }
  }, [key])
  return known?.total ?? null
}
