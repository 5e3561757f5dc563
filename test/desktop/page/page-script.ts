import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { stripTypeScriptTypes } from 'node:module'
import { join } from 'node:path'

export interface PageScripts {
  /** For the page's own world, before any script of the page. */
  readonly mainWorld: string
  /** For the preload's isolated world, after the other. */
  readonly preloadWorld: string
  readonly worldName: string
  readonly bindingName: string
}

/** The scripts that give a page its preload; the event names by which the worlds meet are new for each window. */
export function makePageScripts(preload: string | null, platform: NodeJS.Platform): PageScripts {
  const toMain = `to-page-${randomUUID()}`
  const toPreload = `to-preload-${randomUUID()}`
  const bindingName = 'tellHost'
  const bridge = readPageSource('world-bridge.ts')
  return {
    worldName: 'preload',
    bindingName,
    mainWorld: `(() => { 'use strict'; if (window !== window.top) return; ${bridge}; openWorldEnd('${toPreload}', '${toMain}') })()`,
    preloadWorld: `(() => {
      'use strict'
      if (window !== window.top) return
      ${bridge}
      ${readPageSource('wire-codec.ts')}
      ${readPageSource('preload-world.ts')}
      const tell = globalThis['${bindingName}']
      const post = message => tell(JSON.stringify(message))
      const world = createPreloadWorld({
        end: openWorldEnd('${toMain}', '${toPreload}'), post, encode: encodeWire, decode: decodeWire, platform: '${platform}',
      })
      globalThis.deliverFromHost = world.deliver
      post({ kind: 'hello', text: location.href })
      watchPage(post)
      try {
        const module = { exports: {} }
        ;((require, module, exports, process) => {
          ${preload ?? ''}
        })(world.require, module, module.exports, world.process)
      } catch (error) {
        post({ kind: 'preload-error', text: String(error && error.stack || error) })
      }
    })()`,
  }
}

function readPageSource(file: string): string {
  const source = readFileSync(join(import.meta.dirname, file), 'utf8')
  return stripTypeScriptTypes(source).replaceAll(/^export /gm, '')
}
