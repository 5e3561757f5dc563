const steps = [80, 90, 100, 110, 125, 150, 175, 200]

/** The next larger (1) or smaller (-1) zoom in percent; the ends stay. */
export function stepZoom(zoom: number, direction: 1 | -1): number {
  const next = direction === 1 ? steps.find(step => step > zoom) : steps.findLast(step => step < zoom)
  return next ?? zoom
}
