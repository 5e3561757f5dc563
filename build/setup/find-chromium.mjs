import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'

const systemPlaces = {
  linux: [
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/usr/bin/google-chrome-stable',
    '/snap/bin/chromium',
  ],
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium', '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'],
  win32: [
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ],
}

const downloaded = {
  linux: { cache: '.cache/ms-playwright', program: ['chrome-linux64/chrome', 'chrome-linux/chrome'] },
  darwin: {
    cache: 'Library/Caches/ms-playwright',
    program: [
      'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac-x64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
      'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
    ],
  },
  win32: { cache: 'AppData/Local/ms-playwright', program: ['chrome-win64/chrome.exe', 'chrome-win/chrome.exe'] },
}

/** The browser to use: CHROMIUM_PATH, then Playwright's own download, then the system's; null when there is none. */
export function findChromium(env = process.env, platform = process.platform) {
  if (env.CHROMIUM_PATH) return existsSync(env.CHROMIUM_PATH) ? env.CHROMIUM_PATH : null
  return findDownloaded(env, platform) ?? (systemPlaces[platform] ?? []).find(place => existsSync(place)) ?? null
}

function findDownloaded(env, platform) {
  const { cache, program } = downloaded[platform] ?? downloaded.linux
  const folder = env.PLAYWRIGHT_BROWSERS_PATH || join(homedir(), cache)
  if (!existsSync(folder)) return null
  const builds = readdirSync(folder).filter(name => /^chromium-\d+$/.test(name))
  builds.sort((one, other) => Number(other.slice(9)) - Number(one.slice(9)))
  const places = builds.flatMap(build => program.map(path => join(folder, build, path)))
  return places.find(place => existsSync(place)) ?? null
}
