import { useText } from '../kernel/i18n.ts'
import { Icon } from './icon.tsx'

export interface FieldError {
  /** The `name` of the field. */
  readonly name: string
  readonly label: string
  readonly text: string
}

/** What has to change before a form can be saved; each line leads to its field. Nothing without errors. */
export function ErrorSummary({ errors }: { readonly errors: readonly FieldError[] }) {
  const { t } = useText()
  if (errors.length === 0) return null
  return (
    <div className="error-summary" role="alert">
      <Icon name="octagon" />
      <div className="grow">
        <p>{t('common:errorSummary', { count: errors.length })}</p>
        <ul>
          {errors.map(error => (
            <li key={error.name}>
              <button type="button" className="link" onClick={() => focusField(error.name)}>
                {error.label}
              </button>
              {' · '}
              {error.text}
            </li>
          ))}
        </ul>
      </div>
    </div>
  )
}

/** Puts the focus into the control of the field with this name; false when there is none on screen. */
export function focusField(name: string): boolean {
  const field = document.querySelector(`[data-field="${CSS.escape(name)}"]`)
  const control = field?.querySelector<HTMLElement>('input, select, textarea, button')
  control?.focus()
  return control !== null && control !== undefined
}
