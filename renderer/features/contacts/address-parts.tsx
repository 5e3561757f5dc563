import { addressLabels } from '../../../shared/features/contacts/contact.ts'
import { useText } from '../../kernel/i18n.ts'
import { SelectInput, TextInput } from '../../ui/text-input.tsx'
import { editItem } from './contact-form-edits.ts'
import type { ContactFormValues } from './contact-form-model.ts'
import type { DescribedBy } from './contact-form-row.tsx'
import { editForm } from './contact-form-store.ts'

interface AddressPartsProps {
  readonly row: ContactFormValues['addresses'][number]
  readonly described: DescribedBy
}

const parts = ['region', 'city', 'district', 'detail', 'postcode', 'country'] as const

/** An address in its parts, largest first as it is written in Chinese; an address in one piece goes into the details. */
export function AddressParts({ row, described }: AddressPartsProps) {
  const { t } = useText()
  return (
    <div className="address-parts">
      <SelectInput
        className="address-label"
        aria-label={t('contacts:item.label')}
        value={row.label}
        onChange={event => {
          const label = addressLabels.find(one => one === event.target.value)
          if (label !== undefined) editForm(form => editItem(form, 'addresses', row.key, { label }))
        }}
      >
        {addressLabels.map(one => (
          <option key={one} value={one}>
            {t(`contacts:label.${one}`)}
          </option>
        ))}
      </SelectInput>
      {parts.map(part => (
        <TextInput
          key={part}
          {...described}
          className={`address-${part}`}
          data-row-value={part === 'region' ? '' : undefined}
          aria-label={t(`contacts:address.${part}`)}
          placeholder={t(`contacts:address.${part}`)}
          value={row[part]}
          onChange={event => {
            const { value } = event.target
            editForm(form => editItem(form, 'addresses', row.key, { [part]: value }), `addresses.${row.key}.${part}`)
          }}
        />
      ))}
    </div>
  )
}
