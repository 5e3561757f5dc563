import type { CustomFieldDraft } from '../../../../shared/features/fields/custom-field.ts'

/** A field in which only the named properties matter. */
export function aField(draft: Partial<CustomFieldDraft>): CustomFieldDraft {
  return {
    id: null,
    name: 'Own field',
    type: 'text',
    choices: [],
    required: false,
    personal: false,
    sensitive: false,
    sensitiveReason: '',
    inList: false,
    hidden: false,
    ...draft,
  }
}
