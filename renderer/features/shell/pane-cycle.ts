const focusable = 'a[href], button, input, select, textarea, [tabindex]'

/** Moves the focus to the next (1) or previous (-1) pane on screen: toolbar, sidebar, list, detail, status bar. */
export function cyclePane(direction: 1 | -1, root: ParentNode = document): void {
  const panes = Array.from(root.querySelectorAll<HTMLElement>('[data-pane]')).filter(
    pane => pane.checkVisibility() && pane.closest('[inert]') === null,
  )
  const at = panes.findIndex(pane => pane.contains(document.activeElement))
  const start = at === -1 && direction === -1 ? 0 : at
  for (let step = 1; step <= panes.length; step += 1) {
    const pane = panes[(start + direction * step + panes.length * 2) % panes.length]
    if (pane !== undefined && focusInto(pane)) return
  }
}

function focusInto(pane: HTMLElement): boolean {
  const wanted = pane.querySelector<HTMLElement>('[aria-current="page"], [role="grid"]')
  const all = [...(wanted === null ? [] : [wanted]), ...pane.querySelectorAll<HTMLElement>(focusable)]
  const target = all.find(one => one.tabIndex >= 0 && one.checkVisibility())
  target?.focus()
  return target !== undefined
}
