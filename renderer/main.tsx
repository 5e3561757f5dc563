import './kernel/zod-without-eval.ts'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './app.tsx'
import { watchVault } from './features/vault/vault-state-store.ts'
import { refuseFileDrops } from './kernel/file-drops.ts'
import { startI18n } from './kernel/i18n.ts'
import { platformName } from './kernel/platform.ts'
import { loadPreferences } from './kernel/preferences-store.ts'
import { watchVaultLock } from './kernel/vault-lock-watch.ts'

async function start(): Promise<void> {
  document.documentElement.dataset.platform = platformName()
  const { locale } = await loadPreferences()
  startI18n({ locale, pseudo: new URLSearchParams(window.location.search).has('pseudo') })
  refuseFileDrops(document)
  watchVaultLock()
  await watchVault()
  const root = document.getElementById('root')
  if (root !== null) {
    createRoot(root).render(
      <StrictMode>
        <App />
      </StrictMode>,
    )
  }
}

void start()
