import type { BrowserContext, Page } from 'playwright'
import type { DialogAnswer, DialogShown } from '../link-topics.ts'

const style = `body{font:14px system-ui,sans-serif;margin:24px;color:#222;background:#fff}h1{font-size:16px}pre{white-space:pre-wrap;font:inherit}
button{font:inherit;padding:6px 16px;margin:16px 8px 0 0}input{font:inherit;width:95%;padding:4px}`

/** Shows a dialog in a page of its own, since a browser's window has no native one whose answer could be read. */
export async function showToPerson(context: BrowserContext, page: Page, shown: DialogShown): Promise<DialogAnswer> {
  try {
    const chosen = new Promise<number>(resolve => {
      void page.exposeFunction('chooseButton', (button: number) => resolve(button))
      page.once('close', () => resolve(-1))
    })
    await page.setContent(describe(shown))
    await page.evaluate(() => {
      for (const [index, button] of [...document.querySelectorAll('button')].entries()) {
        // the function was exposed just above
        button.addEventListener('click', () =>
          (window as unknown as { chooseButton: (index: number) => void }).chooseButton(index),
        )
      }
    })
    await page.bringToFront()
    return await answerOf(context, page, shown, await chosen)
  } finally {
    await page.close().catch(() => undefined)
  }
}

async function answerOf(context: BrowserContext, page: Page, shown: DialogShown, button: number): Promise<DialogAnswer> {
  if (shown.kind === 'message') return { button: button === -1 ? shown.cancelId : button }
  if (button !== 0) return { paths: null }
  if (shown.kind === 'save') return { paths: [await page.locator('input').inputValue()] }
  const paths = await chosenPaths(context, page)
  return { paths: paths.length === 0 ? null : paths }
}

/** A page never learns a file's path; the browser's own protocol tells it. */
async function chosenPaths(context: BrowserContext, page: Page): Promise<string[]> {
  const typed = page.locator('input[type=text]')
  if ((await typed.count()) > 0) return [await typed.inputValue()].filter(path => path !== '')
  const cdp = await context.newCDPSession(page)
  const count = await page.locator('input').evaluate(field => (field as HTMLInputElement).files?.length ?? 0)
  const paths: string[] = []
  for (let index = 0; index < count; index++) {
    const { result } = await cdp.send('Runtime.evaluate', { expression: `document.querySelector('input').files[${index}]` })
    if (result.objectId !== undefined) paths.push((await cdp.send('DOM.getFileInfo', { objectId: result.objectId })).path)
  }
  return paths
}

function describe(shown: DialogShown): string {
  const text = (value: string): string => value.replace(/[&<>"]/g, sign => `&#${sign.charCodeAt(0)};`)
  const buttons = shown.kind === 'message' ? shown.buttons : [shown.kind === 'save' ? 'Save 保存' : 'Open 打开', 'Cancel 取消']
  const body =
    shown.kind === 'message'
      ? `<h1>${text(shown.message)}</h1><pre>${text(shown.detail)}</pre>`
      : `<h1>${text(shown.title === '' ? (shown.kind === 'save' ? 'Save as 另存为' : 'Open 打开') : shown.title)}</h1>${input(shown, text)}`
  return `<!doctype html><meta charset="utf-8"><title>Zhanggui</title><style>${style}</style>${body}<div>${buttons.map(label => `<button>${text(label)}</button>`).join('')}</div>`
}

function input(shown: DialogShown, text: (value: string) => string): string {
  if (shown.kind === 'save') return `<input type="text" value="${text(shown.defaultPath)}" aria-label="Path 路径">`
  if (shown.kind !== 'open') return ''
  if (shown.isFolder) return '<input type="text" aria-label="Folder 文件夹">'
  const accepted = shown.extensions.includes('*') ? '' : shown.extensions.map(extension => `.${extension}`).join(',')
  return `<input type="file" ${shown.isMultiple ? 'multiple' : ''} accept="${text(accepted)}">`
}
