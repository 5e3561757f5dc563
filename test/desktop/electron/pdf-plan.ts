import type { PrintToPDFOptions } from 'electron'
import type { PdfPlan } from '../link-topics.ts'
import { strictOptions } from './strict-members.ts'

/** Width and height in inches. */
const paper: Readonly<Record<string, readonly [number, number]>> = {
  A3: [11.7, 16.54],
  A4: [8.27, 11.7],
  A5: [5.83, 8.27],
  A6: [4.13, 5.83],
  Legal: [8.5, 14],
  Letter: [8.5, 11],
  Tabloid: [11, 17],
  Ledger: [17, 11],
}

const passedOn = [
  'landscape',
  'displayHeaderFooter',
  'printBackground',
  'scale',
  'pageRanges',
  'headerTemplate',
  'footerTemplate',
  'preferCSSPageSize',
  'generateTaggedPDF',
  'generateDocumentOutline',
] as const

/** Electron's options as the browser's protocol names them; sizes and margins are inches in both. */
export function planPdf(options: PrintToPDFOptions): PdfPlan {
  strictOptions('printToPDF', options, [...passedOn, 'pageSize', 'margins'])
  const { pageSize = 'Letter', margins = {} } = options
  const size = typeof pageSize === 'string' ? paper[pageSize] : ([pageSize.width, pageSize.height] as const)
  if (size === undefined) throw new Error(`The stand-in for Electron has no printToPDF page size ${JSON.stringify(pageSize)}`)
  strictOptions('printToPDF margins', margins, ['top', 'bottom', 'left', 'right'])
  return {
    ...Object.fromEntries(passedOn.filter(key => options[key] !== undefined).map(key => [key, options[key]])),
    paperWidth: size[0],
    paperHeight: size[1],
    ...(margins.top !== undefined && { marginTop: margins.top }),
    ...(margins.bottom !== undefined && { marginBottom: margins.bottom }),
    ...(margins.left !== undefined && { marginLeft: margins.left }),
    ...(margins.right !== undefined && { marginRight: margins.right }),
  }
}
