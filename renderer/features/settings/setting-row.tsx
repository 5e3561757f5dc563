import type { ReactNode } from 'react'

interface SettingRowProps {
  readonly label: string
  readonly hint?: string
  /** Ties the label to a single control; groups name themselves. */
  readonly controlId?: string
  readonly children: ReactNode
}

/** What a setting is on the left, its control on the right; below each other where there is little room. */
export function SettingRow({ label, hint, controlId, children }: SettingRowProps) {
  return (
    <div className="setting-row">
      <div className="setting-words">
        {controlId === undefined ? <span>{label}</span> : <label htmlFor={controlId}>{label}</label>}
        {hint !== undefined && (
          <p className="meta" id={controlId === undefined ? undefined : `${controlId}-hint`}>
            {hint}
          </p>
        )}
      </div>
      <div className="setting-control">{children}</div>
    </div>
  )
}
