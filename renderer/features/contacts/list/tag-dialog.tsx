import { useState } from 'react'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Segmented } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { applyToSelected } from './bulk-actions.ts'
import { TagCheckList } from './tag-check-list.tsx'

interface TagDialogProps {
  readonly count: number
  readonly onClose: () => void
}

/** Tags to give to all ticked customers, and tags to take from them, as one act. */
export function TagDialog({ count, onClose }: TagDialogProps) {
  const { t } = useText()
  const [mode, setMode] = useState<'add' | 'remove'>('add')
  const [tags, setTags] = useState<{ readonly add: readonly string[]; readonly remove: readonly string[] }>({
    add: [],
    remove: [],
  })
  const isEmpty = tags.add.length + tags.remove.length === 0
  const submit = async () => {
    if (isEmpty) return
    if (await applyToSelected({ do: 'tag', add: [...tags.add], remove: [...tags.remove] })) onClose()
  }
  // a tag is either given or taken
  const change = (chosen: readonly string[]) => {
    const other = mode === 'add' ? 'remove' : 'add'
    setTags(before => ({ ...before, [mode]: chosen, [other]: before[other].filter(tag => !chosen.includes(tag)) }))
  }
  return (
    <Dialog
      title={t('lists:tags.title', { n: count })}
      width="narrow"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>{t('lists:cancel')}</Button>
          <Button kind="primary" type="submit" disabledReason={isEmpty ? t('lists:tags.chooseOne') : undefined}>
            {t('lists:tags.save')}
          </Button>
        </>
      }
    >
      <div className="tag-dialog">
        <Segmented
          label={t('lists:tags.mode')}
          value={mode}
          choices={(['add', 'remove'] as const).map(one => ({
            value: one,
            label: t(`lists:tags.${one}`, { n: tags[one].length }),
          }))}
          onChange={setMode}
        />
        <TagCheckList
          isFirst
          key={mode}
          label={t(`lists:tags.${mode}`, { n: tags[mode].length })}
          chosen={tags[mode]}
          onChange={change}
          allowNew={mode === 'add'}
        />
      </div>
    </Dialog>
  )
}
