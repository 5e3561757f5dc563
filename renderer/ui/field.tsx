import { type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

/** What the control inside a field must carry, so that label, hint and error belong to it. */
export interface ControlAttributes {
  readonly id: string
  readonly 'aria-describedby': string | undefined
  readonly 'aria-invalid': true | undefined
  readonly 'aria-required': true | undefined
}

interface FieldProps {
  readonly label: string
  /** Names the field in the form's data; the error summary jumps to it. */
  readonly name?: string
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly required?: boolean
  /** Shown small behind the label, e.g. "optional". */
  readonly note?: ReactNode
  readonly className?: string
  readonly children: (control: ControlAttributes) => ReactNode
}

/** A label above its control, the hint and the error below it. */
export function Field({ label, name, hint, error, required = false, note, className = '', children }: FieldProps) {
  const id = useId()
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className={`field ${className}`} data-field={name}>
      <label className="field-label" htmlFor={id}>
        {label}
        {note !== undefined && <span className="field-note">{note}</span>}
      </label>
      {children({
        id,
        'aria-describedby': described === '' ? undefined : described,
        'aria-invalid': error !== undefined || undefined,
        'aria-required': required || undefined,
      })}
      {error !== undefined && (
        <p className="field-error" id={`${id}-error`}>
          <Icon name="octagon" size={14} />
          {error}
        </p>
      )}
      {hint !== undefined && (
        <div className="field-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}
