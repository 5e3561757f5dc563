import { useEffect, useState } from 'react'
import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { Button } from '../../../ui/button.tsx'
import { EmptyState, FailureNote, Skeleton } from '../../../ui/states.tsx'
import { loadFields, useFieldStore, useFields } from '../../fields/field-store.ts'
import { removeField } from './field-acts.ts'
import { FieldForm } from './field-form.tsx'
import { FieldTable } from './field-table.tsx'
import { RemoveFieldDialog } from './remove-field-dialog.tsx'

type OpenBox =
  | { readonly box: 'form'; readonly field: CustomField | null }
  | { readonly box: 'remove'; readonly field: CustomField }

/** The fields that the shop has made its own. */
export function FieldsSection() {
  const { t } = useText()
  const fields = useFields()
  const loadable = useFieldStore(state => state.fields)
  const [open, setOpen] = useState<OpenBox | null>(null)
  // how many customers use a field changes without a change of the field
  useEffect(() => void loadFields(), [])
  const close = () => setOpen(null)
  const add = () => setOpen({ box: 'form', field: null })
  return (
    <div className="fields-section">
      {loadable.status === 'failed' && <FailureNote failure={loadable.failure} onRetry={() => void loadFields()} />}
      {shownValue(loadable) === null && loadable.status !== 'failed' && <Skeleton label={t('common:loading')} rows={4} />}
      {shownValue(loadable) !== null && fields.length === 0 && (
        <EmptyState icon="columns" text={t('fields:empty')}>
          <Button kind="primary" icon="plus" onClick={add}>
            {t('fields:add')}
          </Button>
        </EmptyState>
      )}
      {fields.length > 0 && (
        <>
          <div className="fields-bar">
            <Button icon="plus" onClick={add}>
              {t('fields:add')}
            </Button>
          </div>
          <FieldTable
            fields={fields}
            onEdit={field => setOpen({ box: 'form', field })}
            onRemove={field => void askToRemove(field, () => setOpen({ box: 'remove', field: freshField(field) }))}
          />
        </>
      )}
      {open?.box === 'form' && <FieldForm field={open.field} others={fields} onClose={close} />}
      {open?.box === 'remove' && <RemoveFieldDialog field={open.field} onClose={close} />}
    </div>
  )
}

/** A field that no customer uses goes at once, since it can come back; else the exact number is said first. */
async function askToRemove(field: CustomField, ask: () => void): Promise<void> {
  await loadFields()
  if (freshField(field).used > 0) ask()
  else await removeField(field)
}

function freshField(field: CustomField): CustomField {
  const fields = shownValue(useFieldStore.getState().fields) ?? []
  return fields.find(one => one.id === field.id) ?? field
}
