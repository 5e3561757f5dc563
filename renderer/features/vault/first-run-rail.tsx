import { useText } from '../../kernel/i18n.ts'
import { Icon } from '../../ui/icon.tsx'
import { type FirstRunStep, firstRunSteps, useFirstRun } from './first-run-store.ts'

/** Where the person is in the setup, and what was entered so far. */
export function FirstRunRail() {
  const { t } = useText()
  const state = useFirstRun()
  const current = firstRunSteps.indexOf(state.step ?? 'start')
  const below = (step: FirstRunStep, index: number): string => {
    if (step === 'shop' && state.shopName.trim() !== '' && index < current) return state.shopName
    if (step === 'password' && index < current) return t('vault:first.password.set')
    return t(`vault:first.${step}.short`)
  }
  return (
    <nav className="rail" aria-label={t('vault:first.steps')}>
      <ol>
        {firstRunSteps.map((step, index) => (
          <li key={step} data-state={stateOf(index, current)} aria-current={index === current ? 'step' : undefined}>
            <span className="rail-dot num">{index < current ? <Icon name="check" size={12} /> : index + 1}</span>
            <span className="rail-name">{t(`vault:first.${step}.name`)}</span>
            <span className="rail-note meta">{below(step, index)}</span>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function stateOf(index: number, current: number): 'done' | 'now' | 'next' {
  if (index < current) return 'done'
  return index === current ? 'now' : 'next'
}
