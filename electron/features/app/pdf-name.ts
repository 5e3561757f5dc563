/** A name that every file system takes, ending in `.pdf`: what they refuse becomes `-`. */
export function toPdfName(name: string): string {
  const safe = Array.from(name, character => (isRefused(character) ? '-' : character))
    .join('')
    .replace(/\.pdf$/i, '')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  return `${safe === '' ? 'zhanggui' : safe}.pdf`
}

function isRefused(character: string): boolean {
  return character < ' ' || character === '\u007f' || '<>:"/\\|?*'.includes(character)
}
