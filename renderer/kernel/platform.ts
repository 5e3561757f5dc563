import type { KeyPlatform } from '../../shared/features/app/shortcuts.ts'

/** `win32`, `darwin` or `linux`, as the browser engine says; fonts and keys follow it. */
export function platformName(userAgent: string = navigator.userAgent): 'win32' | 'darwin' | 'linux' {
  if (userAgent.includes('Macintosh')) return 'darwin'
  return userAgent.includes('Windows') ? 'win32' : 'linux'
}

export function keyPlatform(): KeyPlatform {
  return platformName() === 'darwin' ? 'mac' : 'win'
}
