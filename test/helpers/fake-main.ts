import type { mainContract } from '../../shared/contract.ts'
import type { Preferences } from '../../shared/features/app/app-state.ts'
import { minPasswordLength, type VaultState } from '../../shared/features/vault/vault.ts'
import { AppError } from '../../shared/kernel/app-error.ts'
import { sampleId } from './fake-shop.ts'
import type { ChannelsOf, FakeHandlers, FakeWorld } from './fake-world.ts'

export const fakePassword = 'right horse battery'
const recoveryCode = '0A1B-2C3D-4E5F-6G7H-8J9K-MNPQ-RSTV-WXYZ'

export interface FakeMain {
  readonly vault: () => VaultState
  readonly clipboard: () => string
  readonly handlers: FakeHandlers<ChannelsOf<typeof mainContract>>
}

/** The main process: the state of the vault, preferences, the desktop. */
export function createFakeMain(world: FakeWorld): FakeMain {
  const { options, shop } = world
  let clipboard = ''
  let preferences: Preferences = {
    locale: 'zh-CN',
    theme: 'light',
    density: 'default',
    zoom: 100,
    sidebarCollapsed: false,
    idleMinutes: 10,
    lockOnMinimise: false,
    ...options.preferences,
  }
  let secret = fakePassword
  let wrong = 0
  let vault = vaultState(world, options.vault ?? 'unlocked', 'idle')
  const setVault = (state: VaultState['state']): VaultState => {
    vault = vaultState(world, state, 'manual')
    world.emit('vault.changed', vault)
    return vault
  }
  const setPreferences = (change: Partial<Preferences>): Preferences => {
    preferences = { ...preferences, ...change }
    world.emit('app.preferencesChanged', preferences)
    return preferences
  }
  const tryPassword = (typed: string): VaultState => {
    if (typed === secret) {
      wrong = 0
      return setVault('unlocked')
    }
    wrong += 1
    throw new AppError('wrong-password', wrong > 3 ? { params: { seconds: 2 ** (wrong - 4) } } : {})
  }
  return {
    vault: () => vault,
    clipboard: () => clipboard,
    handlers: {
      'vault.state': () => vault,
      'vault.measurePassword': ({ password: typed }) => measure(typed),
      'vault.prepare': () => ({ recoveryCode }),
      'vault.create': input => {
        shop.name = input.shopName
        shop.owner = input.ownerName
        secret = input.password
        world.contacts.clear()
        return setVault('unlocked')
      },
      'vault.unlock': ({ password: typed }) => tryPassword(typed),
      'vault.recover': ({ recoveryCode: typed, newPassword }) => {
        if (typed.replaceAll(/[\s-]/gu, '') !== recoveryCode.replaceAll('-', '')) throw new AppError('wrong-recovery-code')
        secret = newPassword
        return setVault('unlocked')
      },
      'vault.lock': () => setVault('locked'),
      'vault.locate': () => vault,
      'app.info': () => ({ version: '0.1.0', platform: 'linux', standIn: true }),
      'app.preferences': () => preferences,
      'app.setPreferences': change =>
        setPreferences(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
      'app.noteActivity': () => ({}),
      'app.copy': ({ text }) => {
        clipboard = text
        return {}
      },
      'app.chooseFile': () => ({ token: `file-${'0'.repeat(32)}`, name: '示例通讯录.vcf', bytes: 1_000_000 }),
      'app.print': () => ({}),
      'app.savePdf': () => ({ saved: true }),
      'app.setCommands': () => ({}),
      'app.openContactWindow': () => ({}),
      'app.showInMainWindow': () => ({}),
    },
  }
}

function vaultState({ shop, now }: FakeWorld, state: VaultState['state'], reason: 'idle' | 'manual'): VaultState {
  const me = { id: sampleId(1), name: shop.owner, role: 'owner' } as const
  switch (state) {
    case 'none':
      return { state }
    case 'missing':
      return { state, shopName: shop.name, what: 'folder' }
    case 'locked': {
      const since = new Date(now().getTime() - (reason === 'idle' ? 12 * 60_000 : 0)).toISOString()
      return { state, shopName: shop.name, staff: [me], since, reason, waitSeconds: 0 }
    }
    case 'opening':
      return { state, shopName: shop.name }
    case 'unlocked':
      return { state, shopName: shop.name, me }
  }
}

function measure(typed: string) {
  if (typed.length < minPasswordLength) return { score: 1, accepted: false, reason: 'too-short', hint: 'length' } as const
  if (/^(.)\1+$|password|12345/u.test(typed)) {
    return { score: 0, accepted: false, reason: 'too-common', hint: 'common' } as const
  }
  const score = typed.length > 15 ? 4 : 3
  return { score, accepted: true, reason: 'ok', hint: score === 4 ? 'none' : 'length' } as const
}
