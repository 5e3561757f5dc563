import { type RefObject, useLayoutEffect, useState } from 'react'

/** The page has room for tags and links beside the rest from here on: what a 1280 px window leaves it. */
const roomy = 600

/** Whether the page is wide enough for two columns, followed while windows and panes change. */
export function useTwoColumns(page: RefObject<HTMLElement | null>): boolean {
  const [wide, setWide] = useState(false)
  useLayoutEffect(() => {
    const element = page.current
    if (element === null) return undefined
    const measure = () => setWide(element.clientWidth >= roomy)
    measure()
    const observer = new ResizeObserver(measure)
    observer.observe(element)
    return () => observer.disconnect()
  }, [page])
  return wide
}
