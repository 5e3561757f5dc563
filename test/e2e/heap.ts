import type { Page } from 'playwright'

/** Every string of the page's process, garbage collected before: what a dump of its memory would show. */
export async function heapStrings(page: Page): Promise<string> {
  const cdp = await page.context().newCDPSession(page)
  try {
    const parts: string[] = []
    cdp.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => void parts.push(chunk))
    await cdp.send('HeapProfiler.collectGarbage')
    await cdp.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
    // the format of V8: all strings in one list at its end
    const { strings } = JSON.parse(parts.join('')) as { readonly strings: readonly string[] }
    return strings.join('\n')
  } finally {
    await cdp.detach()
  }
}

/** Those of the needles that are in the text. */
export function foundIn(text: string, needles: readonly string[]): readonly string[] {
  return needles.filter(needle => text.includes(needle))
}
