import { useEffect, useMemo } from 'react'
import { RouterProvider } from 'react-router'
import { FirstRunScreen } from './features/vault/first-run-screen.tsx'
import { beginFirstRun, endFirstRun, useFirstRun } from './features/vault/first-run-store.ts'
import { LockScreen } from './features/vault/lock-screen.tsx'
import { VaultGoneScreen } from './features/vault/vault-gone-screen.tsx'
import { useVault } from './features/vault/vault-state-store.ts'
import { paths } from './kernel/paths.ts'
import { createRouter } from './routes.tsx'
import { Appearance } from './ui/appearance.tsx'
import { ErrorBoundary } from './ui/error-boundary.tsx'

export function App() {
  return (
    <Appearance>
      <ErrorBoundary>
        <Front />
      </ErrorBoundary>
    </Appearance>
  )
}

const targets = { import: paths.import, 'new-customer': paths.newCustomer, customers: paths.customers } as const

/** What is in front follows the vault alone: setup, lock screen or the program. */
function Front() {
  const vault = useVault(state => state.vault)
  const step = useFirstRun(state => state.step)
  useEffect(() => {
    if (vault?.state === 'none' && step === null) beginFirstRun()
    if (step !== null && vault?.state !== undefined && vault.state !== 'none' && vault.state !== 'unlocked' && step === 'done')
      endFirstRun()
  }, [vault?.state, step])
  if (vault === null) return null
  if (step !== null && (vault.state === 'none' || vault.state === 'opening' || vault.state === 'unlocked')) {
    return <FirstRunScreen onLeave={leaveFirstRun} />
  }
  switch (vault.state) {
    case 'none':
      return null
    case 'missing':
      return <VaultGoneScreen vault={vault} />
    case 'locked':
    case 'opening':
      return <LockScreen vault={vault} />
    case 'unlocked':
      return <OpenProgram />
  }
}

function OpenProgram() {
  const router = useMemo(() => createRouter(), [])
  return <RouterProvider router={router} />
}

function leaveFirstRun(target: keyof typeof targets): void {
  window.location.hash = targets[target]
  endFirstRun()
}
