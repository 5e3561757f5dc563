import { contactWindowPath, paths } from '../../kernel/paths.ts'

/** The page that a customer's window showed last; a link out of the window comes back to it. */
let place: string | null = null

export function noteWindowPlace(id: string): void {
  place = contactWindowPath(id)
}

/** Throws where nothing was shown yet, since there is nothing to come back to. */
export function windowPlace(): string {
  if (place === null) throw new Error(`a window begins at ${paths.contactWindow}`)
  return place
}
