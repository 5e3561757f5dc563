import { useText } from '../../kernel/i18n.ts'
import { splitKeys } from '../../kernel/key-words.ts'
import { keyPlatform } from '../../kernel/platform.ts'
import { Keys } from '../../ui/kbd.tsx'
import { useFind } from './find-store.ts'

/** The keys that work in the box, spelled out. */
export function FindFoot() {
  const { t } = useText()
  const isActing = useFind(state => state.acting !== null)
  const enter = t('common:keys.enter')
  const window = splitKeys('Shift+Enter', keyPlatform()).map(key => (key === 'Enter' ? enter : key))
  return (
    <div className="find-foot">
      <Hint keys={['↑', '↓']} words={t('find:keys.choose')} />
      <Hint keys={[enter]} words={isActing ? t('find:keys.run') : t('find:keys.open')} />
      {isActing ? (
        <Hint keys={['←']} words={t('find:keys.back')} />
      ) : (
        <>
          <Hint keys={window} words={t('find:keys.window')} />
          <Hint keys={['Tab']} words={t('find:keys.actions')} />
          <Hint keys={['>']} words={t('find:keys.commands')} />
          <Hint keys={['#']} words={t('find:keys.numbers')} />
          <Hint keys={['@']} words={t('find:keys.staff')} />
        </>
      )}
      <span className="find-foot-end">
        <Keys keys={[t('common:keys.escape')]} />
        {isActing ? t('find:keys.back') : t('find:keys.close')}
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
