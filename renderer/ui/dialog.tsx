import { type FormEvent, type ReactNode, type RefObject, useId } from 'react'
import { useText } from '../kernel/i18n.ts'
import { IconButton } from './button.tsx'
import { Layer } from './layer.tsx'

interface DialogProps {
  readonly title: string
  readonly onClose: () => void
  readonly children: ReactNode
  /** Buttons, Cancel first, the primary one last. */
  readonly actions?: ReactNode
  /** Makes it a form: Enter in a field sends it. */
  readonly onSubmit?: () => void
  readonly initialFocus?: RefObject<HTMLElement | null>
  readonly width?: 'narrow' | 'default' | 'wide'
  /** For what blocks until it is answered: no close button. */
  readonly alert?: boolean
}

/** A box in the middle, for security, destruction or a choice that blocks everything. Scrolls inside. */
export function Dialog({
  title,
  onClose,
  children,
  actions,
  onSubmit,
  initialFocus,
  width = 'default',
  alert = false,
}: DialogProps) {
  return (
    <Layer className="dialog-layer" onClose={onClose} {...(initialFocus === undefined ? {} : { initialFocus })}>
      <Box className={`dialog dialog-${width}`} {...{ title, onClose, actions, onSubmit, alert }}>
        {children}
      </Box>
    </Layer>
  )
}

type DrawerProps = Omit<DialogProps, 'width' | 'alert'>

/** A form at the right edge, 480 px wide; the page stays visible beside it. */
export function Drawer({ title, onClose, children, actions, onSubmit, initialFocus }: DrawerProps) {
  return (
    <Layer className="drawer-layer" onClose={onClose} {...(initialFocus === undefined ? {} : { initialFocus })}>
      <Box className="drawer" {...{ title, onClose, actions, onSubmit, alert: false }}>
        {children}
      </Box>
    </Layer>
  )
}

interface BoxProps {
  readonly className: string
  readonly title: string
  readonly onClose: () => void
  readonly actions: ReactNode
  readonly onSubmit: (() => void) | undefined
  readonly alert: boolean
  readonly children: ReactNode
}

function Box({ className, title, onClose, actions, onSubmit, alert, children }: BoxProps) {
  const { t } = useText()
  const id = useId()
  const content = (
    <>
      <header className="box-head">
        <h2 id={id} className="grow">
          {title}
        </h2>
        {!alert && <IconButton icon="x" label={t('common:close')} size="small" onClick={onClose} />}
      </header>
      <div className="box-body">{children}</div>
      {actions !== undefined && <footer className="box-actions">{actions}</footer>}
    </>
  )
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSubmit?.()
  }
  return (
    <div className={className} role={alert ? 'alertdialog' : 'dialog'} aria-modal="true" aria-labelledby={id} tabIndex={-1}>
      {onSubmit === undefined ? (
        content
      ) : (
        <form className="box-form" noValidate onSubmit={submit}>
          {content}
        </form>
      )}
    </div>
  )
}
