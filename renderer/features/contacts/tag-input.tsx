import { useRef } from 'react'
import { announce } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { RemovableChip } from '../../ui/chip.tsx'
import { Field } from '../../ui/field.tsx'
import { TagBox } from './tag-box.tsx'

interface TagInputProps {
  readonly tags: readonly string[]
  readonly error: string | undefined
  readonly onAdd: (name: string) => void
  readonly onRemove: (name: string) => void
}

/** Tags as chips and a box that suggests those in use. Backspace in an empty box takes the last. */
export function TagInput({ tags, error, onAdd, onRemove }: TagInputProps) {
  const { t } = useText()
  const box = useRef<HTMLInputElement>(null)
  const add = (name: string) => {
    onAdd(name)
    announce(t('contacts:tags.added', { name }))
  }
  const remove = (name: string) => {
    onRemove(name)
    announce(t('contacts:tags.removed', { name }))
    box.current?.focus()
  }
  return (
    <Field label={t('contacts:field.tags')} name="tags" error={error} hint={t('contacts:tags.hint')}>
      {control => (
        <div className="tag-input">
          {tags.length > 0 && (
            <span className="tag-chips">
              {tags.map(tag => (
                <RemovableChip key={tag} removeLabel={t('contacts:tags.remove', { name: tag })} onRemove={() => remove(tag)}>
                  {tag}
                </RemovableChip>
              ))}
            </span>
          )}
          <TagBox {...control} ref={box} tags={tags} onAdd={add} onRemove={remove} />
        </div>
      )}
    </Field>
  )
}
