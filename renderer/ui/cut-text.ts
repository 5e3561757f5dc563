import type { PointerEvent } from 'react'

let named: HTMLElement | null = null

/** For the body of a long table: a text that is cut has its whole as a title while the pointer rests on it. */
export const cutText = { onPointerOver: nameIfCut, onPointerOut: unname } as const

function nameIfCut({ target }: PointerEvent): void {
  unname()
  const cell = target instanceof HTMLElement ? target.closest('td') : null
  if (!(target instanceof HTMLElement) || cell === null || target.title !== '') return
  if (!isCut(target) && !isCut(cell)) return
  named = target
  target.title = target.textContent
}

function unname(): void {
  named?.removeAttribute('title')
  named = null
}

function isCut(element: HTMLElement): boolean {
  return element.scrollWidth > element.clientWidth
}
