import { useEffect, useState } from 'react'
import { call } from '../../../kernel/client.ts'
import { onLock } from '../../../kernel/lock-counter.ts'
import { bytesOf } from './picture-crop.ts'

/** Address of a stored picture while the component shows it; null without one, until it is read, and after a lock. */
export function usePhotoUrl(photo: string): string | null {
  const [shown, setShown] = useState<{ readonly photo: string; readonly url: string } | null>(null)
  useEffect(() => {
    if (photo === '') return undefined
    let url: string | null = null
    let isOver = false
    const forget = () => {
      isOver = true
      if (url !== null) URL.revokeObjectURL(url)
      url = null
      setShown(null)
    }
    const stopListening = onLock(forget)
    const load = async () => {
      const result = await call('contacts.photo', { photo })
      if (isOver || !result.ok) return
      url = URL.createObjectURL(new Blob([bytesOf(result.value.base64)], { type: result.value.type }))
      setShown({ photo, url })
    }
    void load()
    return () => {
      stopListening()
      forget()
    }
  }, [photo])
  return shown?.photo === photo ? shown.url : null
}
