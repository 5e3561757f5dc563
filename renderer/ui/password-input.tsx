import { type ComponentProps, type KeyboardEvent, type RefObject, useState } from 'react'
import { useText } from '../kernel/i18n.ts'
import { IconButton } from './button.tsx'
import { Icon } from './icon.tsx'
import { TextInput } from './text-input.tsx'

interface PasswordInputProps extends Omit<ComponentProps<'input'>, 'type' | 'ref'> {
  readonly inputRef?: RefObject<HTMLInputElement | null>
  /** Shown in words below the box while Caps Lock is on. */
  readonly capsNote?: boolean
}

/** A password with an eye to look at it and a note while Caps Lock is on. Pasting is allowed. */
export function PasswordInput({ inputRef, capsNote = true, ...rest }: PasswordInputProps) {
  const { t } = useText()
  const [shown, setShown] = useState(false)
  const [caps, setCaps] = useState(false)
  const noteCaps = (event: KeyboardEvent) => setCaps(event.getModifierState('CapsLock'))
  return (
    <>
      <TextInput
        {...rest}
        ref={inputRef}
        large
        type={shown ? 'text' : 'password'}
        onKeyDown={event => {
          noteCaps(event)
          rest.onKeyDown?.(event)
        }}
        onKeyUp={noteCaps}
        after={
          <IconButton
            size="small"
            icon={shown ? 'eye-off' : 'eye'}
            label={shown ? t('common:hidePassword') : t('common:showPassword')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <div role="status" className="caps-note">
        {capsNote && caps && (
          <>
            <Icon name="caps" size={14} />
            {t('common:capsLock')}
          </>
        )}
      </div>
    </>
  )
}
