import { useState } from 'react'
import type { SavedView } from '../../../../shared/features/views/saved-view.ts'
import { createVaultStore } from '../../../kernel/create-vault-store.ts'
import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { Button } from '../../../ui/button.tsx'
import { Checkbox } from '../../../ui/choice.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Field } from '../../../ui/field.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { useListView } from './list-view-store.ts'
import { changeView, saveView } from './list-views.ts'

type ViewEditing = { readonly kind: 'closed' } | { readonly kind: 'new' } | { readonly kind: 'change'; readonly view: SavedView }

export const useViewDialog = createVaultStore<{ readonly editing: ViewEditing }>(() => ({ editing: { kind: 'closed' } }))

/** Asks for the name of a new view, or for another name of one there is. */
export function openViewDialog(editing: Exclude<ViewEditing, { kind: 'closed' }>): void {
  useViewDialog.setState({ editing })
}

/** Name of a view, who sees it, and whether it stands in the sidebar. `onSaved` is told of a new view. */
export function ViewDialog({ onSaved }: { readonly onSaved: (id: string) => void }) {
  const editing = useViewDialog(state => state.editing)
  const close = () => useViewDialog.setState({ editing: { kind: 'closed' } })
  if (editing.kind === 'closed') return null
  return <ViewForm editing={editing} onClose={close} onSaved={onSaved} />
}

interface ViewFormProps {
  readonly editing: Exclude<ViewEditing, { kind: 'closed' }>
  readonly onClose: () => void
  readonly onSaved: (id: string) => void
}

function ViewForm({ editing, onClose, onSaved }: ViewFormProps) {
  const { t } = useText()
  const views = useListView(state => shownValue(state.views))
  const before = editing.kind === 'change' ? editing.view : null
  const [name, setName] = useState(before?.name ?? '')
  const [shared, setShared] = useState(before?.shared ?? false)
  const [pinned, setPinned] = useState(before?.pinned ?? false)
  const [error, setError] = useState<string>()
  const submit = async () => {
    const wanted = name.trim()
    if (wanted === '') return setError(t('lists:view.nameMissing'))
    if (views?.some(view => view.isMine && view.id !== before?.id && view.name === wanted) === true) {
      return setError(t('lists:view.nameTaken'))
    }
    if (before !== null) {
      if (await changeView(before, { name: wanted, shared, pinned })) onClose()
      return
    }
    const id = await saveView({ id: null, name: wanted, shared, pinned })
    if (id === null) return
    onClose()
    onSaved(id)
  }
  return (
    <Dialog
      title={before === null ? t('lists:view.saveAsTitle') : t('lists:view.changeTitle')}
      width="narrow"
      onClose={onClose}
      onSubmit={() => void submit()}
      actions={
        <>
          <Button onClick={onClose}>{t('lists:cancel')}</Button>
          <Button kind="primary" type="submit">
            {t('lists:view.save')}
          </Button>
        </>
      }
    >
      <div className="view-form">
        <Field label={t('lists:view.name')} name="name" error={error} required>
          {control => (
            <TextInput
              {...control}
              maxLength={60}
              value={name}
              onChange={event => {
                setName(event.target.value)
                setError(undefined)
              }}
            />
          )}
        </Field>
        <Checkbox checked={pinned} onChange={event => setPinned(event.target.checked)}>
          {t('lists:view.pin')}
        </Checkbox>
        <Checkbox checked={shared} onChange={event => setShared(event.target.checked)}>
          {t('lists:view.share')}
        </Checkbox>
        {before === null && <p className="meta">{t('lists:view.keeps')}</p>}
      </div>
    </Dialog>
  )
}
