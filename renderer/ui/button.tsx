import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'
import { Keys } from './kbd.tsx'
import { Tooltip } from './tooltip.tsx'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled'> {
  /** One primary per work area; danger only for what cannot be undone. */
  readonly kind?: 'primary' | 'default' | 'quiet' | 'danger'
  readonly size?: 'small' | 'default' | 'large'
  readonly icon?: IconName
  readonly iconAfter?: IconName
  /** Keys shown on the button, e.g. `['Ctrl', 'N']`. */
  readonly keys?: readonly string[]
  /** Why it cannot be used now: it stays focusable and says so on hover and focus. */
  readonly disabledReason?: string | undefined
  /** Work is going on: it takes no second click. */
  readonly busy?: boolean
  readonly children: ReactNode
}

export function Button(props: ButtonProps) {
  const { kind = 'default', size = 'default', icon, iconAfter, keys, disabledReason, busy = false, children, ...rest } = props
  const off = busy || disabledReason !== undefined
  const button = (
    <button
      type="button"
      {...rest}
      className={`button button-${kind} button-${size} ${rest.className ?? ''}`}
      aria-disabled={off || undefined}
      aria-busy={busy || undefined}
      onClick={off ? preventClick : rest.onClick}
    >
      {icon !== undefined && <Icon name={icon} />}
      <span className="button-words">{children}</span>
      {iconAfter !== undefined && <Icon name={iconAfter} />}
      {keys !== undefined && <Keys keys={keys} />}
    </button>
  )
  return disabledReason === undefined ? button : <Tooltip text={disabledReason}>{button}</Tooltip>
}

interface IconButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'children'> {
  readonly icon: IconName
  /** Its name for everybody: spoken, and shown on hover and focus. */
  readonly label: string
  readonly size?: 'small' | 'default'
  readonly outlined?: boolean
  readonly disabledReason?: string | undefined
  readonly tooltipSide?: 'top' | 'bottom' | 'left' | 'right'
}

/** A button that shows only a sign; at least 24 px in each direction. */
export function IconButton(props: IconButtonProps) {
  const { icon, label, size = 'default', outlined = false, disabledReason, tooltipSide = 'bottom', ...rest } = props
  return (
    <Tooltip text={disabledReason ?? label} side={tooltipSide}>
      <button
        type="button"
        aria-label={label}
        {...rest}
        className={`icon-button icon-button-${size} ${outlined ? 'icon-button-outlined' : ''} ${rest.className ?? ''}`}
        aria-disabled={disabledReason !== undefined || undefined}
        onClick={disabledReason === undefined ? rest.onClick : preventClick}
      >
        <Icon name={icon} />
      </button>
    </Tooltip>
  )
}

function preventClick(event: MouseEvent): void {
  event.preventDefault()
}
