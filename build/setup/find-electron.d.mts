/** Electron's program where it is installed, or where ELECTRON_OVERRIDE_DIST_PATH says; null when there is none. Never downloads. */
export function findElectron(env?: NodeJS.ProcessEnv): string | null
