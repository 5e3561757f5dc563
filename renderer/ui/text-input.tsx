import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

interface TextInputProps extends ComponentProps<'input'> {
  readonly icon?: IconName
  /** Stands at the end of the box, e.g. a button or a sign. */
  readonly after?: ReactNode
  readonly large?: boolean
}

/** One line of text. Takes the attributes of a `Field`. */
export function TextInput({ icon, after, large = false, className = '', ...rest }: TextInputProps) {
  return (
    <span className={`input-box ${large ? 'input-large' : ''} ${className}`}>
      {icon !== undefined && <Icon name={icon} />}
      <input type="text" autoComplete="off" spellCheck={false} {...rest} className="input" />
      {after}
    </span>
  )
}

interface TextAreaProps extends ComponentProps<'textarea'> {
  readonly large?: boolean
}

/** Several lines of text. */
export function TextArea({ large = false, className = '', ...rest }: TextAreaProps) {
  return <textarea spellCheck={false} rows={4} {...rest} className={`input-area ${large ? 'input-large' : ''} ${className}`} />
}

interface SelectInputProps extends ComponentProps<'select'> {
  readonly large?: boolean
}

/** A choice of a few, by the system's own list. Options are `<option>` children. */
export function SelectInput({ large = false, className = '', children, ...rest }: SelectInputProps) {
  return (
    <span className={`input-box select-box ${large ? 'input-large' : ''} ${className}`}>
      <select {...rest} className="input select">
        {children}
      </select>
      <Icon name="chevron-down" />
    </span>
  )
}
