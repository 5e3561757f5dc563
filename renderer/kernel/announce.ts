type Urgency = 'polite' | 'assertive'

const pending = new Map<Urgency, ReturnType<typeof setTimeout>>()
const clearAfterMs = 7000

/**
 * Speaks the text through the one polite or assertive live region of the page (index.html). The same text twice
 * is spoken twice, since the region is emptied in between.
 */
export function announce(text: string, urgency: Urgency = 'polite'): void {
  const region = document.getElementById(`live-${urgency}`)
  if (region === null) return
  clearTimeout(pending.get(urgency))
  region.textContent = ''
  pending.set(
    urgency,
    setTimeout(() => {
      region.textContent = text
      pending.set(
        urgency,
        setTimeout(() => {
          region.textContent = ''
        }, clearAfterMs),
      )
    }, 60),
  )
}

let soon: ReturnType<typeof setTimeout> | undefined

/** For what changes with every key (counts of results): only the last text within half a second is spoken. */
export function announceSoon(text: string): void {
  clearTimeout(soon)
  soon = setTimeout(() => announce(text), 500)
}
