import type { ReactNode } from 'react'
import { type Translate, useText } from '../../kernel/i18n.ts'

/** A stored text, or `--`, which a screen reader hears as "not filled". */
export function ValueText({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  const { t } = useText()
  return valueWords(t, text, className)
}

/** As `ValueText`, for the cells of long lists, which have no state of their own. */
export function valueWords(t: Translate, text: string, className = ''): ReactNode {
  if (text !== '') return <span className={className}>{text}</span>
  return (
    <span className="meta">
      <span aria-hidden="true">{t('common:empty')}</span>
      <span className="visually-hidden">{t('common:emptySpoken')}</span>
    </span>
  )
}

/** Tags beyond `limit` become "+2", which names them when it is read out or hovered. */
export function tagList(t: Translate, tags: readonly string[], limit: number): ReactNode {
  if (tags.length === 0) return null
  const hidden = tags.slice(limit)
  const names = hidden.join(', ')
  return (
    <span className="tag-list">
      {tags.slice(0, limit).map((tag, index) => (
        <span key={index} className="chip chip-plain">
          <span className="cut">{tag}</span>
        </span>
      ))}
      {hidden.length > 0 && (
        <span className="meta num" title={names}>
          <span aria-hidden="true">{`+${hidden.length}`}</span>
          <span className="visually-hidden">{t('contacts:tags.more', { n: hidden.length, names })}</span>
        </span>
      )}
    </span>
  )
}
