import { useEffect, useState } from 'react'
import { useText } from '../../kernel/i18n.ts'

const slowAfterMs = 3000

/** Says why opening takes so long, once it does: after an update the index of a large vault is made anew. */
export function SlowOpening() {
  const { t } = useText()
  const [isSlow, setSlow] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), slowAfterMs)
    return () => clearTimeout(timer)
  }, [])
  return (
    <p className="meta slow-opening" role="status">
      {isSlow && t('vault:lock.slow')}
    </p>
  )
}
