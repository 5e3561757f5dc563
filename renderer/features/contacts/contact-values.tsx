import { useText } from '../../kernel/i18n.ts'

/** A stored text, or `--`, which a screen reader hears as "not filled". */
export function ValueText({ text, className = '' }: { readonly text: string; readonly className?: string }) {
  const { t } = useText()
  if (text !== '') return <span className={className}>{text}</span>
  return (
    <span className="meta">
      <span aria-hidden="true">{t('common:empty')}</span>
      <span className="visually-hidden">{t('common:emptySpoken')}</span>
    </span>
  )
}

interface TagListProps {
  readonly tags: readonly string[]
  /** Tags beyond this many become "+2", which names them when it is read out or hovered. */
  readonly limit: number
}

export function TagList({ tags, limit }: TagListProps) {
  const { t } = useText()
  if (tags.length === 0) return null
  const hidden = tags.slice(limit)
  const names = hidden.join(', ')
  return (
    <span className="tag-list">
      {tags.slice(0, limit).map(tag => (
        <span key={tag} className="chip chip-plain">
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
