/**
 * A file that is let go over the window must not be opened in its place; text may still be dragged into fields, and a
 * place marked `data-takes-files` takes files itself.
 */
export function refuseFileDrops(page: Pick<Document, 'addEventListener'>): void {
  const refuse = (event: DragEvent) => {
    if (event.dataTransfer?.types.includes('Files') !== true) return
    event.preventDefault()
    if (!takesFiles(event.target)) event.dataTransfer.dropEffect = 'none'
  }
  for (const name of ['dragenter', 'dragover', 'drop'] as const) page.addEventListener(name, refuse, { capture: true })
}

function takesFiles(target: EventTarget | null): boolean {
  return typeof Element !== 'undefined' && target instanceof Element && target.closest('[data-takes-files]') !== null
}
