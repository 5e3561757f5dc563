import { useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { chooseAndImport } from './vcard-import-store.ts'

const sources = ['iphone', 'android', 'mac'] as const

/** Where the file comes from and the button that asks for it. */
export function ImportChoice() {
  const { t } = useText()
  return (
    <div className="import-choice">
      <Icon name="import" size={40} />
      <p>{t('imports:lead')}</p>
      <p className="meta">{t('imports:leadMore')}</p>
      <Button kind="primary" size="large" icon="file" data-autofocus onClick={() => void chooseAndImport()}>
        {t('imports:choose')}
      </Button>
      <details className="import-how">
        <summary>{t('imports:how.title')}</summary>
        <ul>
          {sources.map(source => (
            <li key={source}>{t(`imports:how.${source}`)}</li>
          ))}
        </ul>
      </details>
    </div>
  )
}
