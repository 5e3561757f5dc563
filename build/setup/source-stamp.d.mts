/** True when out/ was built of the sources as they stand now. */
export function isBuilt(root: string): boolean
export function noteBuilt(root: string): void
