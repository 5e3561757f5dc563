import { useEffect } from 'react'
import { announce } from '../../kernel/announce.ts'
import { text, useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { useUndoOffer, withdrawUndoOffer } from '../../kernel/undo-offer.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { usePausedTimer } from '../../ui/use-paused-timer.ts'
import { undoOffered } from './undo-store.ts'
import './undo.css'

const offeredForMs = 10_000

/** What was just done, with Undo, for 10 s; the time stands still while the pointer or the focus is on it. */
export function UndoBar() {
  const { t } = useText()
  const offer = useUndoOffer(state => state.offer)
  const { start, stop, pauseOn } = usePausedTimer(offeredForMs, withdrawUndoOffer)
  useEffect(() => {
    if (offer === null) return undefined
    announce(text('undo:available', { text: offer.text }))
    start()
    return stop
  }, [offer, start, stop])
  if (offer === null) return null
  return (
    <section className="undo-bar" aria-label={t('undo:bar')} {...pauseOn}>
      <span className="grow">{offer.text}</span>
      <Button size="small" icon="undo" keys={keyWords('undo')} onClick={() => void undoOffered()}>
        {t('undo:undo')}
      </Button>
      <IconButton icon="x" size="small" label={t('undo:dismiss')} onClick={withdrawUndoOffer} />
    </section>
  )
}
