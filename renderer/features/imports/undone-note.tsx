import { useText } from '../../kernel/i18n.ts'
import { Note } from '../../ui/states.tsx'
import type { UndoneImport } from './vcard-import-store.ts'

const namesShown = 10

/** What an undo took back, and what it left since somebody changed it after the import. */
export function UndoneNote({ outcome }: { readonly outcome: UndoneImport }) {
  const { t } = useText()
  const { undone, left, names } = outcome
  const shown = names.slice(0, namesShown)
  return (
    <>
      <Note tone="ok" icon="tick">
        <strong>{t('imports:undo.title')}</strong>
        <p>{t('imports:undo.text', { n: undone })}</p>
      </Note>
      {left > 0 && (
        <Note tone="warn" icon="info">
          <p>{t('imports:undo.left', { n: left })}</p>
          {shown.length > 0 && (
            <ul className="undo-left">
              {shown.map((name, index) => (
                <li key={index}>{name}</li>
              ))}
              {left > shown.length && <li>{t('imports:undo.leftMore', { n: left - shown.length })}</li>}
            </ul>
          )}
        </Note>
      )}
    </>
  )
}
