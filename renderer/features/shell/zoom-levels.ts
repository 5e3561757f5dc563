const levels = [80, 90, 100, 110, 125, 150, 175, 200]

/** The next larger (1) or smaller (-1) zoom in percent; the ends stay. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? levels.find(level => level > zoom) : levels.findLast(level => level < zoom)
  return next ?? zoom
}
