export interface Counts {
  readonly passed: number
  readonly failed: number
  readonly skipped: number
}

export interface TestPart {
  readonly name: string
  /** The exit code is the result; otherwise a report is read. */
  readonly isOneTest?: boolean
  readonly budgetSeconds: number
  readonly command: (root: string, report: string) => string[]
}

export const testParts: readonly TestPart[]
export const checkParts: readonly TestPart[]
/** What a vitest report counts; a file that could not be loaded, or a run without a report, is one failure. */
export function readCounts(report: string, code: number): Counts
export function addCounts(one: Counts, other: Counts): Counts
/** `N passed, N failed`, with what was skipped when something was. */
export function describeCounts(counts: Counts): string
