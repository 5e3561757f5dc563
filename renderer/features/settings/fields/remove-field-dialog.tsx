import type { CustomField } from '../../../../shared/features/fields/custom-field.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { hideField, removeField } from './field-acts.ts'

interface RemoveFieldDialogProps {
  readonly field: CustomField
  readonly onClose: () => void
}

/** Asked only where customers have something in the field: hiding keeps it, deleting says how many lose it. */
export function RemoveFieldDialog({ field, onClose }: RemoveFieldDialogProps) {
  const { t } = useText()
  const after = (deed: Promise<void>) => {
    onClose()
    void deed
  }
  return (
    <Dialog
      title={t('fields:delete.title', { name: field.name })}
      onClose={onClose}
      width="narrow"
      actions={
        <>
          <Button onClick={onClose}>{t('fields:form.cancel')}</Button>
          {!field.hidden && (
            <Button data-autofocus icon="eye-off" onClick={() => after(hideField(field, true))}>
              {t('fields:hide')}
            </Button>
          )}
          <Button kind="danger" icon="trash" onClick={() => after(removeField(field))}>
            {t('fields:delete.button')}
          </Button>
        </>
      }
    >
      <p>{t('fields:delete.used', { n: field.used })}</p>
      <p className="text-2">{field.hidden ? t('fields:delete.undo') : t('fields:delete.hideFirst')}</p>
    </Dialog>
  )
}
