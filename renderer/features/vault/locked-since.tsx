import { useEffect, useState } from 'react'
import type { LockReason } from '../../../shared/features/vault/vault.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

interface LockedSinceProps {
  readonly since: string
  readonly reason: LockReason
}

/** Since when and why, renewed each half minute. */
export function LockedSince({ since, reason }: LockedSinceProps) {
  const { t } = useText()
  const format = useFormat()
  const [, renew] = useState(0)
  useEffect(() => {
    const timer = setInterval(() => renew(count => count + 1), 30_000)
    return () => clearInterval(timer)
  }, [])
  const time = format.relative(since)
  return (
    <p className="lock-since text-2">
      <Icon name="lock" />
      {t(`vault:lock.since.${reason}`, { time })}
    </p>
  )
}
