import { z } from 'zod'
import { mainCommand, mainQuery } from '../../kernel/channel.ts'
import { Id } from '../../kernel/id.ts'
import { Password, PasswordStrength, VaultState } from './vault.ts'

const Name = z.string().trim().min(1).max(50)

export const vaultContract = {
  'vault.state': mainQuery('anyone', z.strictObject({}), VaultState),
  /** How good a password is, with the person's own words (shop, name) counted as guessable. */
  'vault.measurePassword': mainQuery(
    'anyone',
    z.strictObject({ password: z.string().max(256), words: z.array(z.string().max(100)).max(5) }),
    PasswordStrength,
  ),
  /** First run: makes the recovery code and keeps it in memory only. Nothing is written before `vault.create`. */
  'vault.prepare': mainCommand('anyone', z.strictObject({}), z.strictObject({ recoveryCode: z.string() })),
  /** Creates and opens the vault with the prepared recovery code, after two of its groups were typed back. */
  'vault.create': mainCommand(
    'anyone',
    z.strictObject({
      shopName: Name,
      ownerName: Name,
      password: Password,
      confirm: z.strictObject({
        first: z.int().min(1).max(8),
        firstText: z.string().max(10),
        second: z.int().min(1).max(8),
        secondText: z.string().max(10),
      }),
    }),
    VaultState,
  ),
  'vault.unlock': mainCommand('anyone', z.strictObject({ staffId: Id, password: Password }), VaultState),
  /** The owner's way back in: the recovery code and a new password. */
  'vault.recover': mainCommand(
    'anyone',
    z.strictObject({ recoveryCode: z.string().max(100), newPassword: Password }),
    VaultState,
  ),
  'vault.lock': mainCommand('anyone', z.strictObject({}), VaultState),
  /** Asks for the folder of a vault that was moved, and takes it if it is one. */
  'vault.locate': mainCommand('anyone', z.strictObject({}), VaultState),
} as const

export const vaultEvents = {
  'vault.changed': VaultState,
  /** Shown (and spoken) before the idle lock; any key or movement calls it off. 0 = called off. */
  'vault.lockWarning': z.strictObject({ seconds: z.int() }),
  /** What the person should know of the vault that she just opened. `rolled-back`: it is older than when it was locked. */
  'vault.notice': z.strictObject({ notice: z.enum(['rolled-back']) }),
} as const
