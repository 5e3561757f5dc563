import type { BenchRow } from './measure.ts'

export interface GrownRow extends BenchRow {
  /** p50 by p50 of the next smaller vault; null for the smallest. */
  readonly growth: number | null
}

export function withGrowth(rows: readonly BenchRow[]): readonly GrownRow[] {
  return rows.map(row => {
    const smaller = rows.filter(other => other.name === row.name && other.customers < row.customers)
    const next = smaller.toSorted((a, b) => b.customers - a.customers)[0]
    return { ...row, growth: next === undefined ? null : row.p50 / next.p50 }
  })
}

const heads = ['name', 'customers', 'p50', 'p95', 'p99', 'limit', 'ratio', 'ratio95', 'n', 'growth'] as const

/** Rows as text in columns, grouped by name, the smaller vault first. */
export function benchTable(rows: readonly BenchRow[]): string {
  const names = [...new Set(rows.map(row => row.name))]
  const sorted = names.flatMap(name => withGrowth(rows).filter(row => row.name === name))
  const cells = [heads, ...sorted.map(cellsOf)]
  const widths = heads.map((_, column) => Math.max(...cells.map(line => line[column]?.length ?? 0)))
  const text = (line: readonly string[]): string =>
    line.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  return `${cells.map(text).join('\n')}\n`
}

function cellsOf(row: GrownRow): string[] {
  const unit = row.unit === 'ms' ? '' : ` ${row.unit}`
  return [
    row.name,
    String(row.customers),
    number(row.p50) + unit,
    number(row.p95) + unit,
    row.p99 === null ? '' : number(row.p99) + unit,
    row.limit === null ? '' : number(row.limit) + unit,
    row.ratio === null ? '' : row.ratio.toFixed(2),
    row.ratio95 === null ? '' : row.ratio95.toFixed(2),
    String(row.n),
    row.growth === null ? '' : row.growth.toFixed(2),
  ]
}

function number(value: number): string {
  return Math.abs(value) >= 100 ? value.toFixed(0) : value.toFixed(3)
}
