/** The browser to use: CHROMIUM_PATH, then Playwright's own download, then the system's; null when there is none. */
export function findChromium(env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform): string | null
