/** The parts of a customer's form and details, in their order. */
export const formSections = ['basic', 'contact', 'preferences', 'membership', 'custom', 'note'] as const
export type FormSection = (typeof formSections)[number]

/** Puts the focus into the first field of a section of the open form; false when it has none. */
export function focusSection(section: FormSection): boolean {
  const control = document.querySelector<HTMLElement>(
    `[data-form-section="${section}"] :is(input:not([type=radio]), select, textarea, input:checked, button)`,
  )
  control?.focus()
  return control !== null
}
