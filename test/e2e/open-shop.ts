import type { Locale } from '../../shared/features/app/app-state.ts'
import type { Desktop, DesktopOptions } from '../desktop/desktop.ts'
import { launchDesktop } from './launch-desktop.ts'
import { type Person, personAt } from './person.ts'

/** A running program with a new shop in it, unlocked, at the list of customers. */
export interface OpenShop {
  readonly desktop: Desktop
  readonly person: Person
  readonly recoveryCode: string
}

export const shopName = '测试茶叶店'
export const ownerName = '测试店主'

export async function openShop(locale: Locale, options: DesktopOptions = {}): Promise<OpenShop> {
  const desktop = await launchDesktop({ ...options, lang: locale })
  try {
    desktop.page.context().setDefaultTimeout(15_000)
    const person = personAt(desktop, locale)
    const recoveryCode = await person.createShop(shopName, ownerName)
    await person.goToCustomers()
    return { desktop, person, recoveryCode }
  } catch (error) {
    await desktop.close()
    throw error
  }
}
