import { useSyncExternalStore } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

/** The code in 8 numbered groups, read group by group. Covered while the window is not in front. */
export function RecoveryGroups({ groups }: { readonly groups: readonly string[] }) {
  const { t } = useText()
  const inFront = useWindowInFront()
  return (
    <div className="code-groups-box">
      {inFront ? (
        <ol className="code-groups">
          {groups.map((group, index) => (
            <li key={index}>
              <span className="meta num">{index + 1}</span>
              <span className="mono code-group">{group}</span>
            </li>
          ))}
        </ol>
      ) : (
        <p className="code-hidden">
          <Icon name="eye-off" />
          {t('vault:first.code.hidden')}
        </p>
      )}
    </div>
  )
}

function useWindowInFront(): boolean {
  return useSyncExternalStore(
    listener => {
      for (const name of ['focus', 'blur', 'visibilitychange']) window.addEventListener(name, listener)
      return () => {
        for (const name of ['focus', 'blur', 'visibilitychange']) window.removeEventListener(name, listener)
      }
    },
    () => document.hasFocus() && document.visibilityState === 'visible',
  )
}
