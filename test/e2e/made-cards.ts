import { closeSync, openSync, writeSync } from 'node:fs'

const perWrite = 500

/** Writes a file of so many cards of invented customers, all named after `stem`. */
export function writeCards(file: string, count: number, stem = '批量客户'): void {
  const out = openSync(file, 'w')
  for (let first = 0; first < count; first += perWrite) {
    const cards = Array.from({ length: Math.min(perWrite, count - first) }, (_, index) => card(first + index, stem))
    writeSync(out, cards.join(''))
  }
  closeSync(out)
}

function card(n: number, stem: string): string {
  const phone = `100${String(n).padStart(8, '0')}`
  return `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${stem}${n}\r\nTEL;TYPE=CELL:${phone}\r\nORG:样本公司${n % 97}\r\nNOTE:第 ${n} 张\r\nEND:VCARD\r\n`
}
