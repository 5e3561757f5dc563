/** Waits for what is done to a page; one that was closed or crashed meanwhile needs nothing more. */
export async function ifOpen(act: Promise<unknown> | undefined): Promise<void> {
  try {
    await act
  } catch (error) {
    if (!/has been closed|crashed|other process is gone/.test(String(error))) throw error
  }
}
