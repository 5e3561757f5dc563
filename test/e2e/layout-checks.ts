import type { Page } from 'playwright'

/** What is wrong with the looks of the screen that is shown, one line each; empty when nothing is. */
export async function layoutFaults(page: Page): Promise<readonly string[]> {
  return await page.evaluate(findFaults)
}

/** Runs in the page, so it closes over nothing. */
function findFaults(): string[] {
  const smallestTarget = 24
  const slack = 1.5
  const controlSelector =
    'button, a[href], input:not([type=hidden]), select, textarea, [role=button], [role=tab], [role=option], [role=switch], [role=menuitem]'

  const nameOf = (element: Element): string => {
    const words = (element.textContent || element.getAttribute('aria-label') || element.getAttribute('placeholder') || '').trim()
    const classes = [...element.classList].slice(0, 2).join('.')
    return `${element.tagName.toLowerCase()}${classes === '' ? '' : `.${classes}`} "${words.slice(0, 40)}"`
  }
  const isHidden = (element: Element): boolean =>
    element.closest('.visually-hidden, [inert], [aria-hidden=true], .print-only') !== null ||
    !element.checkVisibility({ opacityProperty: true, visibilityProperty: true })

  /** The part of the element that its scrolling and clipping ancestors let through. */
  const shownRect = (element: Element): DOMRect => {
    const rect = element.getBoundingClientRect()
    let [left, top, right, bottom] = [rect.left, rect.top, rect.right, rect.bottom]
    for (let box = element.parentElement; box !== null; box = box.parentElement) {
      if (getComputedStyle(box).overflow === 'visible') continue
      const clip = box.getBoundingClientRect()
      left = Math.max(left, clip.left)
      top = Math.max(top, clip.top)
      right = Math.min(right, clip.right)
      bottom = Math.min(bottom, clip.bottom)
    }
    return new DOMRect(
      left,
      top,
      Math.max(0, Math.min(right, innerWidth) - left),
      Math.max(0, Math.min(bottom, innerHeight) - top),
    )
  }

  const pageFaults = (): string[] => {
    const wide = document.documentElement.scrollWidth - innerWidth
    return wide > 0 ? [`the page scrolls sideways by ${wide} px`] : []
  }

  /** Some texts get their title only while a pointer rests on them. */
  const isNamedWhole = (element: Element): boolean => {
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true }))
    const isNamed = element.closest('[title], [aria-label]') !== null
    element.dispatchEvent(new PointerEvent('pointerout', { bubbles: true }))
    return isNamed
  }

  const textFaults = (): string[] => {
    const faults: string[] = []
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasText = [...element.childNodes].some(node => node.nodeType === Node.TEXT_NODE && node.textContent?.trim())
      if (!hasText || element instanceof HTMLOptionElement || isHidden(element)) continue
      const style = getComputedStyle(element)
      if (style.display === 'inline' || element.clientWidth === 0) continue
      const isCut = style.textOverflow === 'ellipsis'
      if (element.scrollWidth > element.clientWidth + slack && !/auto|scroll/u.test(style.overflowX)) {
        if (!isCut) faults.push(`text does not fit in its width: ${nameOf(element)}`)
        else if (!isNamedWhole(element)) faults.push(`cut text has no title: ${nameOf(element)}`)
      }
      const isClamped = style.webkitLineClamp !== 'none'
      if (style.overflowY === 'hidden' && !isCut && !isClamped && element.scrollHeight > element.clientHeight + 2 * slack)
        faults.push(`text does not fit in its height: ${nameOf(element)}`)
    }
    return faults
  }

  /** A radio or a switch is pressed by its label. */
  const targetOf = (control: Element): Element =>
    (control instanceof HTMLInputElement && /radio|checkbox/u.test(control.type) ? control.closest('label') : null) ?? control
  const modal = [...document.querySelectorAll('[aria-modal=true], [role=menu]')].at(-1) ?? document.body
  const controls = [...new Set([...modal.querySelectorAll(controlSelector)].filter(one => !isHidden(one)).map(targetOf))]

  const sizeFaults = (): string[] =>
    controls.flatMap(control => {
      const { width, height } = control.getBoundingClientRect()
      const isInText = getComputedStyle(control).display === 'inline'
      if (isInText || width === 0 || (width + 0.5 >= smallestTarget && height + 0.5 >= smallestTarget)) return []
      return [`target of ${Math.round(width)} × ${Math.round(height)} px: ${nameOf(control)}`]
    })

  const overlapFaults = (): string[] => {
    const shown = controls
      .map(control => ({ control, rect: shownRect(control) }))
      .filter(({ rect }) => rect.width > 4 && rect.height > 4)
    const faults: string[] = []
    for (const [index, a] of shown.entries()) {
      for (const b of shown.slice(index + 1)) {
        if (a.control.contains(b.control) || b.control.contains(a.control)) continue
        const across = Math.min(a.rect.right, b.rect.right) - Math.max(a.rect.left, b.rect.left)
        const down = Math.min(a.rect.bottom, b.rect.bottom) - Math.max(a.rect.top, b.rect.top)
        if (across > 2 && down > 2) faults.push(`overlap: ${nameOf(a.control)} and ${nameOf(b.control)}`)
      }
      const { left, top, width, height } = a.rect
      const full = a.control.getBoundingClientRect()
      if (width < full.width * 0.9 || height < full.height * 0.9) continue
      const hit = document.elementFromPoint(left + width / 2, top + height / 2)
      if (
        hit !== null &&
        !a.control.contains(hit) &&
        !hit.contains(a.control) &&
        hit.closest('label')?.contains(a.control) !== true
      )
        faults.push(`covered: ${nameOf(a.control)} by ${nameOf(hit)}`)
    }
    return faults
  }

  /** Shown, not scrolled away on purpose, and yet partly outside of the window. */
  const outsideFaults = (): string[] =>
    controls.flatMap(control => {
      const { left, right } = control.getBoundingClientRect()
      const isScrolled = control.closest('[role=grid], [data-scrolls-sideways]') !== null
      return !isScrolled && (left < -slack || right > innerWidth + slack) ? [`outside of the window: ${nameOf(control)}`] : []
    })

  return [...new Set([...pageFaults(), ...textFaults(), ...sizeFaults(), ...overlapFaults(), ...outsideFaults()])]
}
