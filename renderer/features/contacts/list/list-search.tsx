import { type KeyboardEvent, useRef, useState } from 'react'
import type { ContactId } from '../../../../shared/features/contacts/contact.ts'
import { isComposing } from '../../../kernel/composing.ts'
import { useText } from '../../../kernel/i18n.ts'
import { useCommand } from '../../../kernel/use-command.ts'
import { IconButton } from '../../../ui/button.tsx'
import { TextInput } from '../../../ui/text-input.tsx'
import { queryContacts, useContactList } from '../contact-list-store.ts'
import { activateRow, useContactSelection } from '../contact-selection-store.ts'

/** The list's own search: ↓ or Enter goes on in the list, Escape empties it. */
export function ListSearch({ onPreview }: { readonly onPreview: (id: ContactId | null) => void }) {
  const { t } = useText()
  const search = useContactList(state => state.query.search)
  const box = useRef<HTMLInputElement>(null)
  // an input method's unfinished text (li'si) is searched for as the pinyin it stands for
  const [composed, setComposed] = useState<string | null>(null)
  const filter = (text: string, isUnfinished: boolean) => {
    setComposed(isUnfinished ? text : null)
    void queryContacts({ search: isUnfinished ? text.replaceAll(/['’\s]/gu, '') : text })
  }
  useCommand('filter-list', () => box.current?.select())
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event.nativeEvent)) {
      // the browser itself empties a search field on Escape, also where the key is the input method's
      if (event.key === 'Escape') event.preventDefault()
      return
    }
    if (event.key === 'Escape' && search !== '') {
      event.preventDefault()
      void queryContacts({ search: '' })
    }
    if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault()
      event.currentTarget.closest('[data-pane]')?.querySelector<HTMLElement>('[role="grid"]')?.focus()
      if (useContactSelection.getState().active < 0) activateRow(0)
      onPreview(useContactSelection.getState().activeId)
    }
  }
  return (
    <TextInput
      ref={box}
      type="search"
      icon="search"
      aria-label={t('contacts:list.search')}
      placeholder={t('contacts:list.searchHint')}
      maxLength={200}
      value={composed ?? search}
      onChange={event => filter(event.target.value, isUnfinishedInput(event.nativeEvent))}
      onCompositionEnd={event => filter(event.currentTarget.value, false)}
      onKeyDown={onKeyDown}
      after={
        search !== '' && (
          <IconButton
            size="small"
            icon="x"
            label={t('contacts:list.clearSearch')}
            onClick={() => {
              void queryContacts({ search: '' })
              box.current?.focus()
            }}
          />
        )
      }
    />
  )
}

function isUnfinishedInput(event: Event): boolean {
  return event instanceof InputEvent && event.isComposing
}
