import { useEffect, useState } from 'react'
import { announce } from '../../kernel/announce.ts'
import { on } from '../../kernel/client.ts'
import { text, useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { noteActivityNow } from './idle-watch.ts'
import { useSecondsLeft } from './use-seconds-left.ts'
import './vault.css'

/** Shown and spoken before the idle lock; any key or movement calls it off. */
export function LockWarning() {
  const [until, setUntil] = useState(0)
  useEffect(
    () =>
      on('vault.lockWarning', ({ seconds }) => {
        setUntil(seconds === 0 ? 0 : Date.now() + seconds * 1000)
        if (seconds > 0) announce(text('vault:warn.text', { seconds }), 'assertive')
      }),
    [],
  )
  useEffect(() => {
    if (until === 0) return undefined
    const stay = () => {
      noteActivityNow()
      setUntil(0)
    }
    const signs = ['keydown', 'pointerdown', 'pointermove'] as const
    for (const sign of signs) window.addEventListener(sign, stay, { capture: true })
    return () => {
      for (const sign of signs) window.removeEventListener(sign, stay, { capture: true })
    }
  }, [until])
  const seconds = useSecondsLeft(until)
  return seconds === 0 ? null : <WarningBar seconds={seconds} />
}

function WarningBar({ seconds }: { readonly seconds: number }) {
  const { t } = useText()
  return (
    <section className="lock-warning" aria-label={t('vault:warn.name')}>
      <Icon name="lock" />
      <span className="num grow">{t('vault:warn.text', { seconds })}</span>
      <Button size="small" onClick={noteActivityNow}>
        {t('vault:warn.stay')}
      </Button>
    </section>
  )
}
