import { z } from 'zod'

export const WindowPlace = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().positive(),
  height: z.int().positive(),
  isMaximised: z.boolean(),
})
export type WindowPlace = z.infer<typeof WindowPlace>

export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

export interface WindowBounds extends Area {
  readonly minWidth: number
  readonly minHeight: number
}

const least = { width: 1024, height: 680 }
const usual = { width: 1280, height: 800 }
/** So much of the title bar must be in reach for the window to count as visible. */
const reach = { width: 120, height: 40 }

/**
 * Where the window opens: at its last place if its title bar can still be reached on some display, else in the middle
 * of the first one. Never larger than the work area, never smaller than 1024×680 where that fits.
 */
export function placeWindow(last: WindowPlace | null, workAreas: readonly [Area, ...Area[]]): WindowBounds {
  const home = last === null ? undefined : workAreas.find(area => isReachable(last, area))
  const area = home ?? workAreas[0]
  const minWidth = Math.min(least.width, area.width)
  const minHeight = Math.min(least.height, area.height)
  const width = clamp(last?.width ?? usual.width, minWidth, area.width)
  const height = clamp(last?.height ?? usual.height, minHeight, area.height)
  const middle = { x: area.x + (area.width - width) / 2, y: area.y + (area.height - height) / 2 }
  const corner = last !== null && home !== undefined ? last : middle
  return {
    x: Math.round(clamp(corner.x, area.x, area.x + area.width - width)),
    y: Math.round(clamp(corner.y, area.y, area.y + area.height - height)),
    width,
    height,
    minWidth,
    minHeight,
  }
}

const leastContact = { width: 480, height: 400 }
const usualContact = { width: 720, height: 680 }
/** Each further window lies so much lower and to the right, until it begins anew. */
const stagger = 32
const staggered = 6

/** Where a customer's window opens: over the main one, a little lower and to the right, wholly on that display. */
export function placeContactWindow(main: Area, workArea: Area, place: number): WindowBounds {
  const minWidth = Math.min(leastContact.width, workArea.width)
  const minHeight = Math.min(leastContact.height, workArea.height)
  const width = Math.min(usualContact.width, workArea.width)
  const height = Math.min(usualContact.height, workArea.height)
  const offset = stagger * (1 + (place % staggered))
  return {
    x: Math.round(clamp(main.x + offset, workArea.x, workArea.x + workArea.width - width)),
    y: Math.round(clamp(main.y + offset, workArea.y, workArea.y + workArea.height - height)),
    width,
    height,
    minWidth,
    minHeight,
  }
}

function isReachable(place: Area, area: Area): boolean {
  const width = Math.min(place.x + place.width, area.x + area.width) - Math.max(place.x, area.x)
  return width >= reach.width && place.y >= area.y && place.y + reach.height <= area.y + area.height
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high)
}
