import { type ComponentProps, type ReactNode, useId } from 'react'
import { Icon } from './icon.tsx'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  readonly children: ReactNode
}

export function Checkbox({ children, className = '', ...rest }: CheckboxProps) {
  return (
    <label className={`checkbox ${className}`}>
      <CheckMark {...rest} />
      <span>{children}</span>
    </label>
  )
}

/** The box alone, where a table or list names it by `aria-label`. */
export function CheckMark(props: Omit<ComponentProps<'input'>, 'type'>) {
  return (
    <span className="check-mark">
      <input {...props} type="checkbox" />
      <Icon name="check" size={14} />
    </span>
  )
}

interface SwitchProps extends Omit<ComponentProps<'input'>, 'type' | 'role'> {
  readonly checked: boolean
}

/** On or off at once; spoken as "on" or "off". Takes the attributes of a `Field` or an `aria-label`. */
export function Switch(props: SwitchProps) {
  return (
    <span className="switch">
      <input {...props} type="checkbox" role="switch" />
      <span className="switch-track" aria-hidden="true" />
    </span>
  )
}

export interface Choice<T extends string> {
  readonly value: T
  readonly label: string
  /** Language of the label where it is not the page's. */
  readonly lang?: string
}

interface SegmentedProps<T extends string> {
  readonly label: string
  readonly value: T
  readonly choices: readonly Choice<T>[]
  readonly onChange: (value: T) => void
  readonly small?: boolean
}

/** One of two to four, all visible; arrow keys move as in every group of radio buttons. */
export function Segmented<T extends string>({ label, value, choices, onChange, small = false }: SegmentedProps<T>) {
  const name = useId()
  return (
    <span className={`segmented ${small ? 'segmented-small' : ''}`} role="radiogroup" aria-label={label}>
      {choices.map(choice => (
        <label key={choice.value} className="segment" lang={choice.lang}>
          <input type="radio" name={name} checked={choice.value === value} onChange={() => onChange(choice.value)} />
          <span>{choice.label}</span>
        </label>
      ))}
    </span>
  )
}
