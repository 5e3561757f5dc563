import { useEffect, useState } from 'react'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import { call } from '../../kernel/client.ts'
import { useText } from '../../kernel/i18n.ts'
import { usePageTitle } from '../../kernel/page-title.ts'
import { BrandMark } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { LockedSince } from './locked-since.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UnlockForm } from './unlock-form.tsx'
import './vault.css'

type ClosedVault = Extract<VaultState, { state: 'locked' | 'opening' }>

/** Nothing of the business is on this screen, only the shop's name and who may open it. */
export function LockScreen({ vault }: { readonly vault: ClosedVault }) {
  const { t } = useText()
  const [forgot, setForgot] = useState(false)
  usePageTitle(t('vault:lock.title'))
  return (
    <div className="lock">
      <main className="lock-main">
        <header className="lock-head">
          <BrandMark size={48} />
          <h1>{vault.shopName}</h1>
          {vault.state === 'locked' && <LockedSince since={vault.since} reason={vault.reason} />}
        </header>
        {forgot ? <RecoverForm onBack={() => setForgot(false)} /> : <UnlockForm vault={vault} onForgot={() => setForgot(true)} />}
      </main>
      <LockFooter />
    </div>
  )
}

/** Version and language, within reach on every closed screen. */
export function LockFooter() {
  const { t } = useText()
  const [version, setVersion] = useState('')
  useEffect(() => {
    const ask = async () => {
      const info = await call('app.info', {})
      if (info.ok) setVersion(info.value.version)
    }
    void ask()
  }, [])
  return (
    <footer className="lock-foot">
      <span className="grow num">{version === '' ? '' : t('vault:lock.version', { version })}</span>
      <LanguageSwitch />
    </footer>
  )
}
