import { readFileSync } from 'node:fs'
import { replaceFile } from '../host/replace-file.ts'
import { WindowPlace } from './window-place.ts'

/** Null where the window was never placed, or the file cannot be read. */
export function readWindowPlace(file: string): WindowPlace | null {
  try {
    return WindowPlace.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    // the window's place is a comfort: without it the window opens in the middle
    return null
  }
}

/** Keeps the place for the next start; a disk that refuses it stops nothing. */
export function keepWindowPlace(file: string, place: WindowPlace): void {
  try {
    replaceFile(file, `${JSON.stringify(place)}\n`)
  } catch {
    // as above: a comfort
  }
}
