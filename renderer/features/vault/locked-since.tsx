import { useEffect, useState } from 'react'
import type { LockReason } from '../../../shared/features/vault/vault.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

const minute = 60_000

interface LockedSinceProps {
  readonly since: string
  readonly reason: LockReason
}

/** Since when and why, renewed every few seconds. */
export function LockedSince({ since, reason }: LockedSinceProps) {
  const { t } = useText()
  const format = useFormat()
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  const passed = now - new Date(since).getTime()
  const span = passed < minute ? t('vault:lock.momentAgo') : format.duration(passed)
  return (
    <p className="lock-since text-2">
      <Icon name="lock" />
      {t(`vault:lock.since.${reason}`, { span })}
    </p>
  )
}
