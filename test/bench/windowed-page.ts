import type { BrowserContext, Page } from 'playwright'
import { screenSize } from './running-program.ts'

/** A customer as the hand-written page shows her. */
export interface PlainRow {
  readonly name: string
  readonly phone: string
  readonly company: string
  readonly tags: string
  readonly last: string
  readonly email: string
  readonly place: string
}

/** A page with nothing but a heading. */
export async function blankPage(context: BrowserContext): Promise<Page> {
  const page = await sizedPage(context)
  await page.setContent('<h1>.</h1>')
  return page
}

/**
 * What a list costs that does nothing else: all customers in the page, as many table rows as fit, recycled while it
 * scrolls, a box that keeps those whose text holds what was typed.
 */
export async function windowedPage(context: BrowserContext, rows: readonly PlainRow[]): Promise<Page> {
  const page = await sizedPage(context)
  await page.setContent(html)
  await page.evaluate(buildList, rows)
  return page
}

async function sizedPage(context: BrowserContext): Promise<Page> {
  const page = await context.newPage()
  await page.setViewportSize(screenSize)
  return page
}

const html = `<!doctype html><style>
  body { margin: 0; font: 14px/20px system-ui, sans-serif; display: grid; grid-template-rows: 48px 1fr; height: 100vh }
  #box { overflow-y: auto; contain: strict }
  table, tbody { display: block; position: relative }
  tr { position: absolute; left: 0; right: 0; height: 36px; display: grid; grid-template-columns: 2fr repeat(6, 1fr);
    align-items: center; border-bottom: 1px solid #ddd; box-sizing: border-box }
  td { padding: 0 8px; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
</style><input aria-label="filter"><div id="box"><table><tbody></tbody></table></div>`

function buildList(all: readonly PlainRow[]): void {
  const rowHeight = 36
  const box = document.querySelector<HTMLElement>('#box')
  const body = document.querySelector('tbody')
  const input = document.querySelector('input')
  if (box === null || body === null || input === null) throw new Error('the page has these')
  const texts = all.map(row => Object.values(row).join(' ').toLowerCase())
  let shown = all.map((_, n) => n)
  const places = Array.from({ length: Math.ceil(box.clientHeight / rowHeight) + 2 }, () => {
    const row = document.createElement('tr')
    const cells = Array.from({ length: 7 }, () => row.appendChild(document.createElement('td')))
    body.append(row)
    return { row, cells, at: -1 }
  })
  const draw = (): void => {
    const first = Math.floor(box.scrollTop / rowHeight)
    for (let n = 0; n < places.length; n += 1) {
      const index = first + n
      const place = places[index % places.length]
      if (place === undefined || place.at === index) continue
      place.at = index
      const customer = all[shown[index] ?? -1]
      place.row.style.visibility = customer === undefined ? 'hidden' : 'visible'
      place.row.style.transform = `translateY(${index * rowHeight}px)`
      place.row.setAttribute('aria-rowindex', String(index + 2))
      Object.values(customer ?? {}).forEach((text: string, cell) => {
        const target = place.cells[cell]
        if (target !== undefined) target.textContent = text
      })
    }
  }
  const filter = (): void => {
    const typed = input.value.toLowerCase()
    shown = []
    texts.forEach((text, n) => text.includes(typed) && shown.push(n))
    body.style.height = `${shown.length * rowHeight}px`
    box.scrollTop = 0
    for (const place of places) place.at = -1
    draw()
  }
  box.addEventListener('scroll', draw)
  input.addEventListener('input', filter)
  filter()
}
