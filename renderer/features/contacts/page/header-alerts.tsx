import type { Contact } from '../../../../shared/features/contacts/contact.ts'
import { useText } from '../../../kernel/i18n.ts'
import { Icon } from '../../../ui/icon.tsx'
import type { IconName } from '../../../ui/icon-paths.ts'

/** What has to be known before speaking to the customer; nothing where there is nothing to say. */
export function HeaderAlerts({ contact }: { readonly contact: Contact }) {
  const { t } = useText()
  const { pinnedNote, preference, preferredChannel } = contact
  const channel = preferredChannel === 'not-stated' ? '' : t('contacts:page.prefers', { channel: preferredChannel })
  const wish = [channel, preference].filter(part => part !== '').join(t('contacts:page.prefersJoin'))
  if (pinnedNote === '' && wish === '') return null
  return (
    <ul className="head-alerts" aria-label={t('contacts:page.alerts')}>
      {pinnedNote !== '' && <Alert icon="pin" what={t('contacts:field.pinnedNote')} text={pinnedNote} />}
      {wish !== '' && <Alert icon="chat" what={t('contacts:field.preference')} text={wish} />}
    </ul>
  )
}

function Alert({ icon, what, text }: { readonly icon: IconName; readonly what: string; readonly text: string }) {
  return (
    <li className="head-alert" title={text}>
      <Icon name={icon} />
      <span className="visually-hidden">{what}</span>
      <span className="head-alert-text">{text}</span>
    </li>
  )
}
