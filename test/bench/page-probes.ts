/** Run inside a page, in one piece each: nothing of this module is there. */

export type RowRole = 'row' | 'option'

/** Text of the first row that is no head; '' while there is none or it waits for its customer. */
export function firstRowText(role: RowRole): string {
  const rows = Array.from(document.querySelectorAll<HTMLElement>(role === 'row' ? 'tbody tr' : '[role="option"]'))
  const place = (row: HTMLElement): number => Number(row.getAttribute('aria-rowindex') ?? 0)
  const first = rows.toSorted((one, other) => place(one) - place(other))[0]
  return first === undefined || first.getAttribute('aria-busy') === 'true' ? '' : (first.textContent ?? '').trim()
}

export type ScrollPattern = 'slow' | 'fast' | 'jump'

export interface FrameRun {
  /** Ms from frame to frame. */
  readonly frames: readonly number[]
  /** The longest task of the page's thread, in ms; 0 for none of 50 or more. */
  readonly longestTask: number
  /** Of every tenth frame: which part of the rows on screen had their customers. */
  readonly filled: number
}

/** Scrolls the list (or nothing, on a page without one) at every frame and tells when the frames came. */
export async function scrollFrames({ pattern, count }: { pattern: ScrollPattern; count: number }): Promise<FrameRun> {
  const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('tbody tr'))
  let box: HTMLElement | null = rows()[0] ?? null
  const scrolls = (one: HTMLElement): boolean =>
    one.scrollHeight > one.clientHeight + 200 && /auto|scroll/u.test(getComputedStyle(one).overflowY)
  while (box !== null && !scrolls(box)) box = box.parentElement
  const rowHeight = rows()[0]?.offsetHeight ?? 36
  let state = 9
  const random = (): number => {
    state = (state * 48_271) % 2_147_483_647
    return state / 2_147_483_647
  }
  const step = { slow: 6, fast: 50 * rowHeight, jump: 0 }[pattern]
  const move = (): void => {
    if (box === null) return
    const end = box.scrollHeight - box.clientHeight
    box.scrollTop = pattern === 'jump' ? Math.floor(random() * end) : (box.scrollTop + step) % end
  }
  let longestTask = 0
  const watch = new PerformanceObserver(list => {
    for (const { duration } of list.getEntries()) longestTask = Math.max(longestTask, duration)
  })
  watch.observe({ type: 'longtask' })
  const stamps: number[] = []
  const seen = { rows: 0, filled: 0 }
  await new Promise<void>(done => {
    const frame = (now: number): void => {
      stamps.push(now)
      if (stamps.length > count) return done()
      if (stamps.length % 10 === 0) {
        for (const row of rows()) {
          seen.rows += 1
          if (row.getAttribute('aria-busy') !== 'true') seen.filled += 1
        }
      }
      move()
      requestAnimationFrame(frame)
    }
    requestAnimationFrame(frame)
  })
  await new Promise(resolve => setTimeout(resolve, 100))
  watch.disconnect()
  if (box !== null) box.scrollTop = 0
  const frames = stamps.slice(1).map((stamp, n) => stamp - (stamps[n] ?? stamp))
  return { frames, longestTask, filled: seen.rows === 0 ? 1 : seen.filled / seen.rows }
}

/** Jumps to a part of the list (0 to 1); ms until every row on screen has its customer and was painted. */
export async function jumpToRows(part: number): Promise<number> {
  const rows = (): HTMLElement[] => Array.from(document.querySelectorAll<HTMLElement>('tbody tr'))
  let box: HTMLElement | null = rows()[0] ?? null
  const scrolls = (one: HTMLElement): boolean =>
    one.scrollHeight > one.clientHeight + 200 && /auto|scroll/u.test(getComputedStyle(one).overflowY)
  while (box !== null && !scrolls(box)) box = box.parentElement
  if (box === null) throw new Error('no list that scrolls')
  const scroller = box
  const before = rows()[0]?.textContent
  await new Promise(resolve => requestAnimationFrame(resolve))
  const started = performance.now()
  scroller.scrollTop = Math.floor(part * (scroller.scrollHeight - scroller.clientHeight))
  return await new Promise((resolve, reject) => {
    const look = (): void => {
      const isThere = rows().every(row => row.getAttribute('aria-busy') !== 'true') && rows()[0]?.textContent !== before
      if (performance.now() - started > 5000) return reject(new Error('the rows did not come'))
      if (!isThere) return void requestAnimationFrame(look)
      const painted = new MessageChannel()
      painted.port1.addEventListener('message', () => resolve(performance.now() - started), { once: true })
      painted.port1.start()
      painted.port2.postMessage(null)
    }
    requestAnimationFrame(look)
  })
}

declare global {
  interface Window {
    benchKey?: Promise<number | null>
  }
}

/**
 * Waits for the next key; `benchKey` becomes the ms from the moment the system gave it until the first row is another
 * one and was painted; null when it stayed the same for half a second.
 */
export function watchNextKey(role: RowRole): void {
  const first = (): string => {
    const rows = Array.from(document.querySelectorAll<HTMLElement>(role === 'row' ? 'tbody tr' : '[role="option"]'))
    const place = (row: HTMLElement): number => Number(row.getAttribute('aria-rowindex') ?? 0)
    const row = rows.toSorted((one, other) => place(one) - place(other))[0]
    return row === undefined || row.getAttribute('aria-busy') === 'true' ? '' : (row.textContent ?? '').trim()
  }
  const before = first()
  window.benchKey = new Promise(resolve => {
    const begin = (event: KeyboardEvent): void => {
      const look = (): void => {
        if (performance.now() - event.timeStamp > 500) return resolve(null)
        const text = first()
        if (text === '' || text === before) return void requestAnimationFrame(look)
        const painted = new MessageChannel()
        painted.port1.addEventListener('message', () => resolve(performance.now() - event.timeStamp), { once: true })
        painted.port1.start()
        painted.port2.postMessage(null)
      }
      requestAnimationFrame(look)
    }
    document.addEventListener('keydown', begin, { once: true, capture: true })
  })
}
