import { useEffect, useEffectEvent } from 'react'
import type { EventPayload } from '../../../shared/contract.ts'
import { on } from '../../kernel/client.ts'

/** An import tells of its batches many times a second; screens ask again at most this often. */
const restMs = 400

/** Calls the listener when stored records changed: at once for the first change, then gathered while more come. */
export function useRecordsChanged(listener: () => void, concerns: (event: EventPayload<'records.changed'>) => boolean): void {
  const tell = useEffectEvent(listener)
  const matters = useEffectEvent(concerns)
  useEffect(() => {
    let resting: ReturnType<typeof setTimeout> | undefined
    let missed = false
    const rest = () => {
      resting = setTimeout(() => {
        resting = undefined
        if (!missed) return
        missed = false
        tell()
        rest()
      }, restMs)
    }
    const stop = on('records.changed', event => {
      if (!matters(event)) return
      if (resting !== undefined) {
        missed = true
        return
      }
      tell()
      rest()
    })
    return () => {
      stop()
      clearTimeout(resting)
    }
  }, [])
}

/** Whether customers are among what changed; drafts and the program's own tables are not shown in lists. */
export function concernsContacts(event: EventPayload<'records.changed'>): boolean {
  return event.contactIds.length > 0 || event.tables.length > 0
}
