import { useText } from '../../kernel/i18n.ts'
import { splitKeys } from '../../kernel/key-words.ts'
import { keyPlatform } from '../../kernel/platform.ts'
import { Keys } from '../../ui/kbd.tsx'
import { asksForCustomers } from './find-query.ts'
import { useFind } from './find-store.ts'

/** The keys that work in the box now, spelled out: what to type while it is empty, then what to do about what is found. */
export function FindFoot() {
  const { t } = useText()
  const { text, mode, acting } = useFind()
  const enter = t('common:keys.enter')
  const window = splitKeys('Shift+Enter', keyPlatform()).map(key => (key === 'Enter' ? enter : key))
  return (
    <div className="find-foot">
      <Hint keys={['↑', '↓']} words={t('find:keys.choose')} />
      <Hint keys={[enter]} words={acting === null ? t('find:keys.open') : t('find:keys.run')} />
      {acting !== null && <Hint keys={['←']} words={t('find:keys.back')} />}
      {acting === null && asksForCustomers(mode) && <Hint keys={['Tab']} words={t('find:keys.actions')} />}
      {acting === null && text !== '' && asksForCustomers(mode) && <Hint keys={window} words={t('find:keys.window')} />}
      {acting === null && text === '' && (
        <>
          <Hint keys={['>']} words={t('find:keys.commands')} />
          <Hint keys={['#']} words={t('find:keys.numbers')} />
          <Hint keys={['@']} words={t('find:keys.staff')} />
        </>
      )}
      <span className="find-foot-end">
        <Keys keys={[t('common:keys.escape')]} />
        {t(acting !== null ? 'find:keys.back' : text === '' ? 'find:keys.close' : 'find:keys.clear')}
      </span>
    </div>
  )
}

function Hint({ keys, words }: { readonly keys: readonly string[]; readonly words: string }) {
  return (
    <span>
      <Keys keys={keys} />
      {words}
    </span>
  )
}
