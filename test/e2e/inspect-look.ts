import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'
import { askProgram } from './ask-program.ts'
import { layoutFaults } from './layout-checks.ts'

const looks = join(import.meta.dirname, '../../out/looks')

type Theme = 'light' | 'dark'

/** In CSS px. 1024 × 680 is the smallest window; zoomed in, fewer pixels are left of it, zoomed out, more. */
const sizes = [
  { name: '1024x680', width: 1024, height: 680 },
  { name: '1440x900', width: 1440, height: 900 },
  { name: '1024x680-at-80', width: 1280, height: 850 },
  { name: '1024x680-at-150', width: 683, height: 453 },
  { name: '1024x680-at-200', width: 512, height: 340 },
] as const

/**
 * Looks at the screen in the first theme at every size, in the others at the smallest window only, since themes differ
 * in nothing but colours; saves a picture of each and answers what is wrong, one line for each kind of fault.
 */
export async function inspectLook(page: Page, name: string, themes: readonly Theme[]): Promise<string[]> {
  mkdirSync(looks, { recursive: true })
  const faults = new Map<string, string>()
  const note = (where: string, found: readonly string[]) => {
    for (const fault of found) {
      // the same of many rows, or at every size, is said once
      const kind = fault.replaceAll(/\d+/gu, '#')
      if (!faults.has(kind)) faults.set(kind, `${where}: ${fault}`)
    }
  }
  for (const [index, theme] of themes.entries()) {
    await askProgram(page, 'app.setPreferences', { theme })
    for (const size of index === 0 ? sizes : sizes.slice(0, 1)) {
      await page.setViewportSize(size)
      await settle(page)
      const where = `${name} ${theme} ${size.name}`
      note(where, await layoutFaults(page))
      await page.screenshot({ path: join(looks, `${where.replaceAll(' ', '-')}.png`) })
      if (size === sizes[0]) note(where, await axeFaults(page))
    }
  }
  await page.setViewportSize(sizes[0])
  await settle(page)
  return [...faults.values()]
}

async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await new Promise(resolve => requestAnimationFrame(() => requestAnimationFrame(resolve)))
    await Promise.all(document.getAnimations().map(animation => animation.finished.catch(() => undefined)))
  })
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze()
  return violations.map(
    ({ id, nodes }) =>
      `axe ${id}: ${nodes
        .map(node => node.target.join(' '))
        .slice(0, 3)
        .join(', ')}`,
  )
}
