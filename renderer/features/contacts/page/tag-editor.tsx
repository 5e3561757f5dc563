import { useRef, useState } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { IconButton } from '../../../ui/button.tsx'
import { Icon } from '../../../ui/icon.tsx'
import { TagBox } from '../tag-box.tsx'
import { addTagTo, removeTagFrom } from './tag-actions.ts'

interface TagEditorProps {
  readonly contact: Contact
  /** Beyond this many they are folded away. */
  readonly limit: number
}

/** The customer's tags, added and taken away right here; each is an act that can be undone. */
export function TagEditor({ contact, limit }: TagEditorProps) {
  const { t } = useText()
  const [all, setAll] = useState(false)
  const [adding, setAdding] = useState(false)
  const box = useRef<HTMLSpanElement>(null)
  const { id, tags, trashedAt } = contact
  const isAlive = trashedAt === null
  const shown = all ? tags : tags.slice(0, limit)
  const close = () => {
    setAdding(false)
    requestAnimationFrame(() => box.current?.querySelector<HTMLElement>('[data-add-tag]')?.focus())
  }
  const remove = async (tag: string) => {
    await removeTagFrom(id, tag)
    box.current?.querySelector<HTMLElement>('[data-add-tag]')?.focus()
  }
  return (
    <span className="tag-editor" ref={box} role="group" aria-label={t('contacts:field.tags')}>
      {shown.map(tag => (
        <TagChip key={tag} tag={tag} onRemove={isAlive ? () => void remove(tag) : null} />
      ))}
      {tags.length > limit && (
        <button type="button" className="link tag-fold" aria-expanded={all} onClick={() => setAll(!all)}>
          {all ? t('contacts:tags.fold') : t('contacts:tags.showAll', { n: tags.length - limit })}
        </button>
      )}
      {isAlive && !adding && (
        <IconButton
          size="small"
          outlined
          icon="plus"
          data-add-tag
          label={t('contacts:tags.add')}
          onClick={() => setAdding(true)}
        />
      )}
      {isAlive && adding && (
        <TagBox
          autoFocus
          aria-label={t('contacts:tags.add')}
          tags={tags}
          onAdd={name => void addTagTo(id, name)}
          onCancel={close}
          onLeave={() => whenReleased(() => setAdding(false))}
        />
      )}
    </span>
  )
}

/** What is pressed by the pointer right now must not move away before it is released: a click would reach nobody. */
function whenReleased(run: () => void): void {
  if (document.querySelector(':active') === null) run()
  else window.addEventListener('pointerup', () => setTimeout(run), { once: true, capture: true })
}

function TagChip({ tag, onRemove }: { readonly tag: string; readonly onRemove: (() => void) | null }) {
  const { t } = useText()
  return (
    <span className="chip chip-plain tag-chip" title={tag}>
      <span className="cut">{tag}</span>
      {onRemove !== null && (
        <button
          type="button"
          className="tag-chip-remove"
          aria-label={t('contacts:tags.remove', { name: tag })}
          onClick={onRemove}
        >
          <Icon name="x" size={12} />
        </button>
      )}
    </span>
  )
}
