import type { PasswordStrength as Strength } from '../../../shared/features/vault/vault.ts'
import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'

const tones = ['error', 'error', 'warn', 'ok', 'ok'] as const
const icons = ['octagon', 'octagon', 'clock', 'tick', 'tick'] as const

/** How hard the password is to guess: bars, a word, and the one thing that would help most. */
export function PasswordStrength({ strength }: { readonly strength: Strength | null }) {
  const { t } = useText()
  const score = strength?.score ?? 0
  const words = strength === null ? '' : t(`vault:strength.score.${scoreKey(score)}`)
  return (
    <div className="strength" data-tone={strength === null ? undefined : toneOf(strength)}>
      <span
        className="strength-bars"
        role="meter"
        aria-label={t('vault:strength.label')}
        aria-valuemin={0}
        aria-valuemax={4}
        aria-valuenow={score}
        aria-valuetext={words}
      >
        {[1, 2, 3, 4].map(bar => (
          <i key={bar} data-on={(strength !== null && bar <= score) || undefined} />
        ))}
      </span>
      <span className="strength-words" role="status">
        {strength !== null && (
          <>
            <Icon name={strength.accepted ? iconOf(score) : 'octagon'} size={14} />
            <b>{words}</b>
            <span className="text-2">{t(`vault:strength.hint.${strength.hint}`)}</span>
          </>
        )}
      </span>
    </div>
  )
}

function toneOf(strength: Strength): 'error' | 'warn' | 'ok' {
  return strength.accepted ? (tones[strength.score] ?? 'error') : 'error'
}

function iconOf(score: number): 'octagon' | 'clock' | 'tick' {
  return icons[score] ?? 'octagon'
}

function scoreKey(score: number): '0' | '1' | '2' | '3' | '4' {
  return (['0', '1', '2', '3', '4'] as const)[score] ?? '0'
}
