import { optionLists } from '../../../../shared/features/fields/field-option.ts'
import { useText } from '../../../kernel/i18n.ts'
import { shownValue } from '../../../kernel/loadable.ts'
import { FailureNote, Skeleton } from '../../../ui/states.tsx'
import { loadOptions, useFieldStore, useOptions } from '../../fields/field-store.ts'
import { OptionWords } from './option-words-list.tsx'

/** Levels, sources and stages, each with what it is for. */
export function ListsSection() {
  const { t } = useText()
  const options = useOptions()
  const loadable = useFieldStore(state => state.options)
  if (loadable.status === 'failed') return <FailureNote failure={loadable.failure} onRetry={() => void loadOptions()} />
  if (shownValue(loadable) === null) return <Skeleton label={t('common:loading')} rows={8} />
  return (
    <div className="option-lists">
      {optionLists.map(list => (
        <section key={list} aria-labelledby={`options-${list}`} className="option-list">
          <h3 id={`options-${list}`}>{t(`fields:list.${list}`)}</h3>
          <p className="meta">{t(`fields:listFor.${list}`)}</p>
          <OptionWords list={list} options={options.filter(option => option.list === list)} />
        </section>
      ))}
    </div>
  )
}
