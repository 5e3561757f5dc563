import type { AppErrorCode } from '../../../shared/kernel/app-error.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { failureText } from '../../kernel/failure-text.ts'
import { type Translate, useText } from '../../kernel/i18n.ts'
import { Button } from '../../ui/button.tsx'
import { FailureNote, Note } from '../../ui/states.tsx'
import { chooseAndImport, showChoice } from './vcard-import-store.ts'

interface ImportFailedProps {
  readonly failure: Failure
  readonly ofUndo?: boolean
  readonly unfinished?: boolean
}

/** Why nothing was imported and what to do; what a person can put right is said in plain words. */
export function ImportFailed({ failure, ofUndo = false, unfinished = false }: ImportFailedProps) {
  const { t } = useText()
  const words = plainWords(t, failure.code)
  const title = ofUndo ? t('imports:undo.failed') : t('imports:failed.title')
  return (
    <>
      {words === null ? (
        <>
          <h2>{title}</h2>
          <FailureNote failure={failure} />
          {unfinished && <p>{t('imports:failed.later')}</p>}
        </>
      ) : (
        <Note tone="error" icon="octagon">
          <div role="alert">
            <strong>{title}</strong>
            <p>{words}</p>
            <p>{t(unfinished ? 'imports:failed.later' : 'imports:failed.nothing')}</p>
          </div>
        </Note>
      )}
      <div className="row import-actions">
        {!ofUndo && (
          <Button kind="primary" icon="file" onClick={() => void chooseAndImport()}>
            {t('imports:choose')}
          </Button>
        )}
        <Button kind={ofUndo ? 'default' : 'quiet'} onClick={showChoice}>
          {t('common:close')}
        </Button>
      </div>
    </>
  )
}

/** Failures of files, in words that say what to do; null for those that only a log explains. */
function plainWords(t: Translate, code: AppErrorCode): string | null {
  switch (code) {
    case 'file-empty':
    case 'file-not-vcard':
    case 'file-missing':
    case 'file-unreadable':
    case 'disk-full':
    case 'job-running':
      return t(`imports:failed.${code}`)
    case 'forbidden':
    case 'read-only':
      return failureText(t, { code })
    default:
      return null
  }
}
