import type { ReactNode } from 'react'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-paths.ts'

export type Tone = 'info' | 'ok' | 'warn' | 'error' | 'neutral'

interface ChipProps {
  /** Without a tone it is a plain outlined word, e.g. a tag. */
  readonly tone?: Tone
  readonly icon?: IconName
  readonly children: ReactNode
}

/** A status in sign, word and colour, so that no colour stands alone. */
export function Chip({ tone, icon, children }: ChipProps) {
  return (
    <span className={`chip ${tone === undefined ? 'chip-plain' : `chip-${tone}`}`}>
      {icon !== undefined && <Icon name={icon} size={12} />}
      <span className="cut">{children}</span>
    </span>
  )
}

interface RemovableChipProps {
  readonly children: string
  readonly removeLabel: string
  readonly onRemove: () => void
}

/** A tag or a filter that a person can take away. */
export function RemovableChip({ children, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className="chip chip-info chip-removable" title={children}>
      <span className="cut">{children}</span>
      <button type="button" className="chip-remove" aria-label={removeLabel} onClick={onRemove}>
        <Icon name="x" size={12} />
      </button>
    </span>
  )
}
