import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Strings that break careless programs: syntax of SQL and FTS5, quotes, control and invisible characters, odd scripts. */
export const naughtyStrings: readonly string[] = [
  ...['', ' ', '\t\n', '\u0000', 'a\u0000b', '\u200b', '\ufeff', '\u202e倒', '\ud800', 'x\udc00y', '\ufdd0', '\ufdd1138'],
  ...['"', "'", '""', "''", '%', '_', '50%', '\\', '`', ';', '--', '/*', '*/', '*', '**', '^', '(', ')', '(()', '{a b}', ':', '+', '-', '|'],
  ...['AND', 'OR', 'NOT', 'NEAR', 'a AND', 'NOT a', 'a OR b', 'NEAR(a b, 2)', '"a" "b"', '"a', 'a"*', 'tokens:a', '- tokens : a', 'a + b', '^a'],
  ...["' OR 1=1 --", "'; DROP TABLE contact;--", '${1+1}', '{{7*7}}', '=1+1', '@SUM(A1)', '<script>alert(1)</script>', '../../etc/passwd'],
  ...['İ', 'ı', 'ß', 'ﬃ', 'ǅ', 'Ⅷ', '①', '½', '㈱', '㍿', 'ＡＢＣ１２３', 'e\u0301', 'é', 'ϓ', '한국', '가', 'が', 'か\u3099', 'ｶﾞ', 'ー', '々', '〇'],
  ...['𠮷', '𠮷野家', '葛\u{e0100}', '\ue000', '\u{10ffff}', '👩‍👩‍👧', '🇨🇳', '👍🏽', '٣٤٥', '१२३', 'עִברִית', 'العربية', 'ไทย', '\u0345', '͏'],
  ...['+86', '0086', '+', '86', '+8613800138000', '00861', '1', '12', '123', '1 2 3', '1-2-3-4', '138 0013 8000 9', '１３８', '１', '0', '00'],
  ...['李', '李明', '李 明', '李·明', '李明华张三丰', 'x'.repeat(200), '李'.repeat(200), 'a '.repeat(100), '"'.repeat(200), '(1'.repeat(100)],
]

/** The public list of naughty strings, where the corpus is present; null without it. */
export function readNaughtyCorpus(): readonly string[] | null {
  const corpus = process.env['ZHANGGUI_CORPUS']
  if (corpus === undefined || !existsSync(join(corpus, 'naughty'))) return null
  const found = readdirSync(join(corpus, 'naughty'), { recursive: true, encoding: 'utf8' }).find(path => /(^|[\\/])blns\.json$/.test(path))
  return found === undefined ? null : (JSON.parse(readFileSync(join(corpus, 'naughty', found), 'utf8')) as string[]) // its documented form
}
