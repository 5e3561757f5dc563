import { useState } from 'react'
import { commandIds } from '../../shared/features/app/app-state.ts'
import { type Shortcut, shortcuts } from '../../shared/features/app/shortcuts.ts'
import { type Translate, useText } from '../kernel/i18n.ts'
import { keyWords, splitKeys } from '../kernel/key-words.ts'
import { keyPlatform } from '../kernel/platform.ts'
import { Keys } from './kbd.tsx'
import { TextInput } from './text-input.tsx'

interface Line {
  readonly id: string
  readonly words: string
  readonly keys: readonly (readonly string[])[]
}

const groups = ['everywhere', 'lists', 'customer'] as const

/** All commands with the keys of this system, in groups; can be searched by word and by key. */
export function ShortcutTable() {
  const { t } = useText()
  const [query, setQuery] = useState('')
  const found = groups
    .map(group => ({ group, lines: linesOf(t, group).filter(line => matches(line, query)) }))
    .filter(({ lines }) => lines.length > 0)
  return (
    <div className="shortcuts">
      <TextInput
        icon="search"
        data-autofocus
        aria-label={t('shell:sheet.search')}
        placeholder={t('shell:sheet.search')}
        value={query}
        onChange={event => setQuery(event.target.value)}
      />
      {found.length === 0 && <p className="text-2">{t('shell:sheet.none', { q: query })}</p>}
      <div className="shortcut-groups">
        {found.map(({ group, lines }) => (
          <table key={group} className="shortcut-table">
            <caption>{t(`shell:sheet.${group}`)}</caption>
            <thead className="visually-hidden">
              <tr>
                <th scope="col">{t('shell:sheet.command')}</th>
                <th scope="col">{t('shell:sheet.keys')}</th>
              </tr>
            </thead>
            <tbody>
              {lines.map(line => (
                <tr key={line.id}>
                  <th scope="row">{line.words}</th>
                  <td>
                    {line.keys.map(keys => (
                      <Keys key={keys.join('+')} keys={keys} />
                    ))}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </div>
  )
}

function linesOf(t: Translate, group: Shortcut['group']): readonly Line[] {
  const commands = commandIds
    .filter(id => shortcuts[id].group === group && keyWords(id).length > 0)
    .map(id => ({ id, words: t(`shell:commands.${id}`), keys: [keyWords(id)] }))
  return group === 'lists' ? [...tableLines(t), ...commands] : commands
}

/** Keys of every list of rows (table-keys.ts). */
function tableLines(t: Translate): readonly Line[] {
  const platform = keyPlatform()
  const split = (keys: string) => splitKeys(keys, platform)
  return [
    { id: 'move', words: t('shell:sheet.rows.move'), keys: [['↑'], ['↓']] },
    { id: 'page', words: t('shell:sheet.rows.page'), keys: [['PgUp'], ['PgDn']] },
    { id: 'ends', words: t('shell:sheet.rows.ends'), keys: [['Home'], ['End']] },
    { id: 'select', words: t('shell:sheet.rows.select'), keys: [[t('common:keys.space')]] },
    {
      id: 'extend',
      words: t('shell:sheet.rows.extend'),
      keys: [
        [...split('Shift'), '↑'],
        [...split('Shift'), '↓'],
      ],
    },
    { id: 'all', words: t('shell:sheet.rows.all'), keys: [platform === 'mac' ? split('Cmd+A') : split('Ctrl+A')] },
    { id: 'open', words: t('shell:sheet.rows.open'), keys: [split('Enter')] },
  ]
}

function matches(line: Line, query: string): boolean {
  const wanted = query.trim().toLowerCase()
  const keys = line.keys.map(one => one.join('+')).join(' ')
  return wanted === '' || line.words.toLowerCase().includes(wanted) || keys.toLowerCase().includes(wanted)
}
