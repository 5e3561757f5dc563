import type { ReactNode } from 'react'
import { emailLabels, handleServices, phoneLabels } from '../../../shared/features/contacts/contact.ts'
import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { SelectInput, TextInput } from '../../ui/text-input.tsx'
import { AddressParts } from './address-parts.tsx'
import { addItem, editItem } from './contact-form-edits.ts'
import type { ContactFormValues, ContactListName, FieldError } from './contact-form-model.ts'
import { type DescribedBy, FormRow } from './contact-form-row.tsx'
import { editForm } from './contact-form-store.ts'
import { itemWords, problemWords } from './contact-form-words.ts'

interface ListProps {
  readonly values: ContactFormValues
  readonly errors: readonly FieldError[]
}

export function PhoneList({ values, errors }: ListProps) {
  return (
    <ItemList list="phones" {...{ values, errors }}>
      {(row, described) => (
        <LabelledValue
          {...{ list: 'phones' as const, row, described }}
          inputMode="tel"
          choice={<LabelSelect list="phones" rowKey={row.key} value={row.label} choices={phoneLabels} />}
        />
      )}
    </ItemList>
  )
}

export function EmailList({ values, errors }: ListProps) {
  return (
    <ItemList list="emails" {...{ values, errors }}>
      {(row, described) => (
        <LabelledValue
          {...{ list: 'emails' as const, row, described }}
          inputMode="email"
          choice={<LabelSelect list="emails" rowKey={row.key} value={row.label} choices={emailLabels} />}
        />
      )}
    </ItemList>
  )
}

export function HandleList({ values, errors }: ListProps) {
  const { t } = useText()
  return (
    <ItemList list="handles" {...{ values, errors }}>
      {(row, described) => (
        <LabelledValue
          {...{ list: 'handles' as const, row, described }}
          inputMode="text"
          choice={
            <SelectInput
              aria-label={t('contacts:item.label')}
              value={row.service}
              onChange={event => {
                const service = handleServices.find(one => one === event.target.value)
                if (service !== undefined) editForm(form => editItem(form, 'handles', row.key, { service }))
              }}
            >
              {handleServices.map(one => (
                <option key={one} value={one}>
                  {t(`contacts:service.${one}`)}
                </option>
              ))}
            </SelectInput>
          }
        />
      )}
    </ItemList>
  )
}

export function AddressList({ values, errors }: ListProps) {
  return (
    <ItemList list="addresses" {...{ values, errors }}>
      {(row, described) => <AddressParts row={row} described={described} />}
    </ItemList>
  )
}

interface ItemListProps<L extends ContactListName> extends ListProps {
  readonly list: L
  readonly children: (row: ContactFormValues[L][number], described: DescribedBy) => ReactNode
}

function ItemList<L extends ContactListName>({ list, values, errors, children }: ItemListProps<L>) {
  const { t } = useText()
  const rows: readonly ContactFormValues[L][number][] = values[list]
  const listError = errors.find(error => error.field === list)
  const add = () => {
    const key = crypto.randomUUID()
    editForm(form => addItem(form, list, key))
    requestAnimationFrame(() => focusValue(list, key))
  }
  return (
    <fieldset className="form-list" data-field={list}>
      <legend className="field-label">{t(`contacts:field.${list}`)}</legend>
      {rows.map((row, index) => {
        const error = errors.find(one => one.field.startsWith(`${list}.${row.key}.`))
        return (
          <FormRow
            key={row.key}
            {...{ list, index, rowKey: row.key, count: rows.length, preferred: row.preferred }}
            error={error === undefined ? undefined : problemWords(t, error, values)}
          >
            {described => children(row, described)}
          </FormRow>
        )
      })}
      {listError !== undefined && <p className="field-error">{problemWords(t, listError, values)}</p>}
      <Button kind="quiet" size="small" icon="plus" data-add={list} className="add-row" onClick={add}>
        {t(`contacts:add.${list}`)}
      </Button>
    </fieldset>
  )
}

interface LabelledValueProps<L extends 'phones' | 'emails' | 'handles'> {
  readonly list: L
  readonly row: ContactFormValues[L][number]
  readonly described: DescribedBy
  readonly inputMode: 'tel' | 'email' | 'text'
  readonly choice: ReactNode
}

function LabelledValue<L extends 'phones' | 'emails' | 'handles'>(props: LabelledValueProps<L>) {
  const { t } = useText()
  const { list, row, described, inputMode, choice } = props
  return (
    <div className="labelled-value">
      {choice}
      <TextInput
        {...described}
        data-row-value
        inputMode={inputMode}
        aria-label={itemWords(t, list)}
        value={row.value}
        onChange={event => {
          const { value } = event.target
          editForm(
            form => ({ ...form, [list]: form[list].map(one => (one.key === row.key ? { ...one, value } : one)) }),
            `${list}.${row.key}.value`,
          )
        }}
      />
    </div>
  )
}

interface LabelSelectProps {
  readonly list: 'phones' | 'emails'
  readonly rowKey: string
  readonly value: string
  readonly choices: readonly ('mobile' | 'home' | 'work' | 'fax' | 'other')[]
}

function LabelSelect({ list, rowKey, value, choices }: LabelSelectProps) {
  const { t } = useText()
  return (
    <SelectInput
      aria-label={t('contacts:item.label')}
      value={value}
      onChange={event => {
        const label = choices.find(one => one === event.target.value)
        if (label === undefined) return
        editForm(form => ({ ...form, [list]: form[list].map(one => (one.key === rowKey ? { ...one, label } : one)) }))
      }}
    >
      {choices.map(one => (
        <option key={one} value={one}>
          {t(`contacts:label.${one}`)}
        </option>
      ))}
    </SelectInput>
  )
}

function focusValue(list: ContactListName, key: string): void {
  const row = document.querySelector(`[data-field="${CSS.escape(`${list}.${key}.value`)}"]`)
  row?.querySelector<HTMLElement>('[data-row-value]')?.focus()
}
