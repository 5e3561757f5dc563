import { useState } from 'react'
import type { VaultState } from '../../../shared/features/vault/vault.ts'
import type { Failure, Result } from '../../../shared/kernel/result.ts'
import { announce } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { LockFooter } from './lock-screen.tsx'
import { locate, lookAgain } from './vault-state-store.ts'
import './vault.css'

type MissingVault = Extract<VaultState, { state: 'missing' }>

/** The vault is known but not there: look for it. Making a new one is not offered, since it would hide the old one. */
export function VaultGoneScreen({ vault }: { readonly vault: MissingVault }) {
  const { t } = useText()
  const [failure, setFailure] = useState<Failure | null>(null)
  const [still, setStill] = useState(false)
  const look = async (ask: () => Promise<Result<VaultState>>) => {
    const result = await ask()
    const missing = result.ok && result.value.state === 'missing'
    setFailure(result.ok ? null : result.failure)
    setStill(missing)
    if (missing) announce(t('vault:gone.stillGone'), 'assertive')
  }
  return (
    <div className="lock">
      <main className="lock-main lock-gone">
        <div className="lock-card">
          <span className="gone-sign">
            <Icon name="folder" size={24} />
          </span>
          <PageHeading title={vault.what === 'keyring-damaged' ? t('vault:gone.titleDamaged') : t('vault:gone.title')} />
          <p>{t(`vault:gone.what.${vault.what}`, { shop: vault.shopName })}</p>
          <p className="text-2">{t('vault:gone.safe')}</p>
          {still && (
            <p className="field-error">
              <Icon name="octagon" size={14} />
              {t('vault:gone.stillGone')}
            </p>
          )}
          {failure !== null && <FailureNote failure={failure} />}
          <div className="row">
            <Button kind="primary" size="large" icon="folder" onClick={() => void look(locate)}>
              {t('vault:gone.choose')}
            </Button>
            <Button size="large" icon="refresh" onClick={() => void look(lookAgain)}>
              {t('vault:gone.again')}
            </Button>
          </div>
        </div>
      </main>
      <LockFooter />
    </div>
  )
}
