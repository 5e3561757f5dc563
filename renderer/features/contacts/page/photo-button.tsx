import { type ClipboardEvent, type DragEvent, type ReactNode, useRef, useState } from 'react'
import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import { MenuButton } from '../../../ui/menu-button.tsx'
import { ContactAvatar } from './contact-avatar.tsx'
import { removePhoto, setPhoto } from './photo-actions.ts'
import { firstPicture } from './picture-crop.ts'

/** The customer's picture or initials: chooses, changes and removes it, takes a dropped file and, when focused, a pasted one. */
export function PhotoButton({ contact }: { readonly contact: Contact }) {
  const file = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const [over, setOver] = useState(false)
  const take = async (files: Iterable<File>) => {
    const picture = firstPicture(files) ?? [...files][0]
    if (picture === undefined || busy) return
    setBusy(true)
    await setPhoto(contact.id, picture)
    setBusy(false)
  }
  const onDrop = (event: DragEvent) => {
    event.preventDefault()
    setOver(false)
    void take(event.dataTransfer.files)
  }
  const onPaste = (event: ClipboardEvent) => {
    if (event.clipboardData.files.length === 0) return
    event.preventDefault()
    void take(event.clipboardData.files)
  }
  return (
    <span
      className="photo-button"
      data-takes-files
      data-over={over || undefined}
      aria-busy={busy || undefined}
      onPaste={onPaste}
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={onDrop}
    >
      <PhotoOpener contact={contact} onChoose={() => file.current?.click()}>
        <ContactAvatar name={contact.name} photo={contact.photo} size="large" />
        <span className="photo-edit">
          <Icon name="camera" size={12} />
        </span>
      </PhotoOpener>
      <input
        ref={file}
        type="file"
        accept="image/*"
        hidden
        onChange={event => {
          const chosen = [...(event.target.files ?? [])]
          event.target.value = ''
          void take(chosen)
        }}
      />
    </span>
  )
}

interface PhotoOpenerProps {
  readonly contact: Contact
  readonly onChoose: () => void
  readonly children: ReactNode
}

function PhotoOpener({ contact, onChoose, children }: PhotoOpenerProps) {
  const { t } = useText()
  const { name, photo } = contact
  if (photo === '') {
    return (
      <button
        type="button"
        className="menu-opener"
        aria-label={t('contacts:photo.addTo', { name })}
        title={t('contacts:photo.add')}
        onClick={onChoose}
      >
        {children}
      </button>
    )
  }
  return (
    <MenuButton
      label={t('contacts:photo.of', { name })}
      items={[
        { id: 'change', label: t('contacts:photo.change'), icon: 'edit', run: onChoose },
        { id: 'remove', label: t('contacts:photo.remove'), icon: 'trash', run: () => void removePhoto(contact.id) },
      ]}
    >
      {children}
    </MenuButton>
  )
}
