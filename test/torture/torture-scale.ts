/** How many rounds: the short form is part of `npm test`, the long one runs with `npm run torture -- --long`. */
export function tortureScale(rounds: { readonly short: number; readonly long: number }): number {
  return process.env.ZHANGGUI_TORTURE === 'long' ? rounds.long : rounds.short
}

/** One line a test, so that a run ends with its figures and not only with a tick. */
export function printFigures(name: string, figures: Readonly<Record<string, number>>): void {
  const text = Object.entries(figures)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ')
  process.stdout.write(`  ${name}: ${text}\n`)
}
