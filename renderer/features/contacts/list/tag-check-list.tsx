import { useEffect } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { loadTags, useTagStore } from '../tag-store.ts'
import { CheckList } from './check-list.tsx'

interface TagCheckListProps {
  readonly label: string
  readonly chosen: readonly string[]
  readonly onChange: (chosen: readonly string[]) => void
  /** Whether a tag that nobody has yet may be chosen. */
  readonly allowNew?: boolean
  /** The box that finds one has the focus first. */
  readonly isFirst?: boolean
}

/** Tags in use, the most used first, with how many have them; those chosen are always among them. */
export function TagCheckList({ label, chosen, onChange, allowNew = false, isFirst = false }: TagCheckListProps) {
  const { t } = useText()
  const tags = useTagStore(state => state.tags)
  useEffect(() => void loadTags(), [])
  const inUse = tags
    .toSorted((a, b) => b.count - a.count)
    .map(({ name, count }) => ({ value: name, label: name, note: t('contacts:tags.used', { n: count }) }))
  const added = chosen.filter(name => !tags.some(tag => tag.name === name)).map(name => ({ value: name, label: name }))
  return (
    <CheckList
      label={label}
      options={[...added, ...inUse]}
      chosen={chosen}
      onChange={onChange}
      empty={t('lists:check.noTags')}
      hasBox
      isFirst={isFirst}
      {...(allowNew ? { create: (name: string) => name } : {})}
    />
  )
}
