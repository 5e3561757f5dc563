import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ChannelName } from '../../shared/contract.ts'
import { axeViolations } from '../helpers/axe-violations.ts'
import { sampleId } from '../helpers/fake-shop.ts'
import { type Screens, startScreens } from '../helpers/screen-driver.ts'
import { wordsOf } from './words.ts'

const outDir = mkdtempSync(join(tmpdir(), 'zhanggui-states-'))
let screens: Screens
beforeAll(async () => {
  screens = await startScreens(outDir)
}, 120_000)
afterAll(async () => {
  await screens.close()
  rmSync(outDir, { recursive: true })
})

const looks = [
  { locale: 'zh-CN', theme: 'dark' },
  { locale: 'en', theme: 'light' },
] as const

interface Place {
  readonly path: string
  readonly channel: ChannelName
  /** The part of the screen that waits for the answer. */
  readonly at: string
  /** What stands there once the answer is there. */
  readonly sign: string
  readonly reach?: (page: Page) => Promise<unknown>
}

const customer = `/customers/${sampleId(3)}`
const places: Readonly<Record<string, Place>> = {
  'the list': { path: '/customers', channel: 'contacts.list', at: '[data-pane=list]', sign: '.table-body .table-row' },
  'the page': { path: customer, channel: 'contacts.get', at: '[data-pane=detail]', sign: '.contact-head h1' },
  'the links': { path: customer, channel: 'contacts.links', at: '.related', sign: '.related .meta, .related .link-row' },
  'the timeline': {
    path: customer,
    channel: 'contacts.history',
    at: '[role=tabpanel]',
    sign: '[role=tabpanel] .empty-state, .timeline-entry',
    reach: async page => {
      await page.locator('.contact-head h1').waitFor()
      await page.keyboard.press('Control+Tab')
    },
  },
  'the Trash': { path: '/trash', channel: 'contacts.listTrash', at: '.trash', sign: '.trash .empty-state' },
  'own fields': { path: '/settings/fields', channel: 'fields.list', at: '.settings-column', sign: '.fields-table' },
  'words of lists': { path: '/settings/lists', channel: 'fields.options', at: '.settings-column', sign: '.option-name' },
  'quick find': {
    path: '/settings/about',
    channel: 'contacts.find',
    at: '.find-results',
    sign: '.find-row-customer',
    reach: async page => {
      await page.locator('.shell-main h1').first().waitFor()
      await page.keyboard.press('Control+k')
      await page.keyboard.type('100')
    },
  },
}
/** Where nothing stands while the answer is on its way: what is there stays, or has no shape yet. */
const withoutShape = ['the links', 'quick find']

/** How a channel answers: not yet, with a failure, or as ever. */
type Answering = 'waits' | 'fails' | 'works'
type TroubledPage = typeof globalThis & { answer: (how: Answering) => void }

describe.each(looks)('in $locale and $theme', preferences => {
  const t = wordsOf(preferences.locale)
  const answer = (page: Page, how: Answering) => page.evaluate(wanted => (globalThis as TroubledPage).answer(wanted), how)

  async function open(place: Place): Promise<Page> {
    const page = await screens.open({ path: '/nowhere', preferences, ownFields: true, width: 1024, height: 680 })
    await page.locator('.empty-state').waitFor()
    await page.addInitScript(standBetween, place.channel)
    await page.evaluate(path => {
      window.location.hash = path
    }, place.path)
    await page.reload()
    await place.reach?.(page)
    return page
  }

  test.each(Object.keys(places))('%s: waiting has its shape, a failure stands in its place, and Retry mends it', async name => {
    const place = places[name]
    if (place === undefined) throw new Error('no such place')
    const page = await open(place)
    try {
      const at = page.locator(place.at).first()
      if (!withoutShape.includes(name)) {
        const skeleton = at.locator('.skeleton[role=status][aria-busy=true]')
        await skeleton.locator('.skeleton-line').first().waitFor()
        expect(await skeleton.innerText()).toContain(t('common:loading'))
        expect(await page.locator(place.sign).count()).toBe(0)
        if (preferences.theme === 'light') expect(await axeViolations(page)).toEqual([])
      }

      await answer(page, 'fails')
      const note = at.locator('.failure-note[role=alert]')
      await note.waitFor()
      expect(await note.innerText()).toContain(t('failure:vault-damaged'))
      expect(await page.locator('.failure-note').count()).toBe(1)
      expect(await at.locator('.skeleton').count()).toBe(0)
      if (preferences.theme === 'dark') expect(await axeViolations(page)).toEqual([])

      await answer(page, 'works')
      await note.getByRole('button', { name: t('common:retry') }).press('Enter')
      await page.locator(place.sign).first().waitFor()
      await note.waitFor({ state: 'detached' })
    } finally {
      await page.context().close()
    }
  })
})

/** Runs in the page before its own scripts: stands between it and the fake program, for one channel. */
function standBetween(channel: string): void {
  type Call = (name: string, input: unknown) => Promise<unknown>
  const { crm } = globalThis as unknown as { crm: { call: Call } } // put there by the fake
  const ask = crm.call
  const waiting: (() => void)[] = []
  let answering: Answering = 'waits'
  Object.assign(globalThis, {
    answer: (how: Answering) => {
      answering = how
      for (const go of waiting.splice(0)) go()
    },
  })
  crm.call = async (name, input) => {
    if (name !== channel) return ask(name, input)
    if (answering === 'waits') await new Promise<void>(resolve => waiting.push(resolve))
    return answering === 'fails' ? { ok: false, failure: { code: 'vault-damaged' } } : ask(name, input)
  }
}
