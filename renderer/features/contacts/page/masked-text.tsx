import { useText } from '../../../kernel/i18n.ts'
import { useMay } from '../../../kernel/my-rights.ts'
import { Icon } from '../../../ui/icon.tsx'
import { isMaskedValue, type MaskKind, spokenTail } from './masked-value.ts'

interface MaskedTextProps {
  readonly kind: MaskKind
  /** As it is shown, formatted. */
  readonly text: string
  readonly className?: string
}

/** A value that may have come masked: then it says so in sign and sound, and is no number to call. */
export function MaskedText({ kind, text, className = '' }: MaskedTextProps) {
  const mayReveal = useMay('values.reveal')
  const { t } = useText()
  if (!isMaskedValue(text, mayReveal)) return <span className={className}>{text}</span>
  const tail = spokenTail(kind, text)
  return (
    <span className={`masked ${className}`}>
      <span aria-hidden="true">{text}</span>
      <Icon name="eye-off" size={14} />
      <span className="visually-hidden">{tail === '' ? t('contacts:masked.hidden') : t('contacts:masked.endsIn', { tail })}</span>
    </span>
  )
}
