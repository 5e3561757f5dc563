/** What a person may do. Every contract entry names one; `anyone` needs no unlocked vault and no role. */
export const permissions = [
  'anyone',
  'vault.use',
  'vault.manage',
  'contacts.view',
  'contacts.edit',
  'contacts.trash',
  'contacts.import',
  'fields.manage',
  'values.reveal',
] as const
export type Permission = (typeof permissions)[number]

export const roles = ['owner'] as const
export type Role = (typeof roles)[number]

const granted: Readonly<Record<Role, ReadonlySet<Permission>>> = { owner: new Set(permissions) }

export function isAllowed(role: Role, permission: Permission): boolean {
  return permission === 'anyone' || granted[role].has(permission)
}
