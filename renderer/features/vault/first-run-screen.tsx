import { type FormEvent, type KeyboardEvent, useEffect, useRef } from 'react'
import { announce } from '../../kernel/announce.ts'
import { useText } from '../../kernel/i18n.ts'
import { usePageTitle } from '../../kernel/page-title.ts'
import { Button } from '../../ui/button.tsx'
import { focusField } from '../../ui/error-summary.tsx'
import { BrandMark } from '../../ui/icon.tsx'
import { LanguageSwitch } from '../../ui/language-switch.tsx'
import { FailureNote } from '../../ui/states.tsx'
import { FirstRunRail } from './first-run-rail.tsx'
import { type FirstRunStep, firstRunSteps, goBack, goOn, useFirstRun } from './first-run-store.ts'
import { problemField } from './first-run-words.ts'
import { CodeStep } from './step-code.tsx'
import { DoneStep } from './step-done.tsx'
import { PasswordStep } from './step-password.tsx'
import { ShopStep } from './step-shop.tsx'
import { StartStep } from './step-start.tsx'
import './vault.css'

interface FirstRunProps {
  /** Leaves the first run for a screen of the program. */
  readonly onLeave: (target: 'import' | 'new-customer' | 'customers') => void
}

/** Setting up the shop, step by step. Nothing is written before the vault is created at the end. */
export function FirstRunScreen({ onLeave }: FirstRunProps) {
  const { t } = useText()
  const step = useFirstRun(state => state.step) ?? 'start'
  const failure = useFirstRun(state => state.failure)
  usePageTitle(t('vault:first.title'))

  const submit = async (event: FormEvent) => {
    event.preventDefault()
    await goOn()
    const [problem] = useFirstRun.getState().problems
    if (problem !== undefined) focusField(problemField[problem])
  }
  const n = firstRunSteps.indexOf(step) + 1
  return (
    <div className="first-run">
      <header className="first-run-top">
        <BrandMark size={20} />
        <b className="grow">{t('common:app')}</b>
        <LanguageSwitch />
      </header>
      <FirstRunRail />
      <form className="first-run-form" noValidate onSubmit={event => void submit(event)} onKeyDown={submitFromHeading}>
        <main key={step} className="first-run-main">
          <div className="first-run-column">
            <StepTitle step={step} n={n} />
            <StepBody step={step} onLeave={onLeave} />
            {failure !== null && <FailureNote failure={failure} />}
          </div>
        </main>
        {step !== 'done' && <FirstRunButtons step={step} />}
      </form>
    </div>
  )
}

/** Enter continues from the heading too, which has the focus when a step comes up. */
function submitFromHeading(event: KeyboardEvent<HTMLFormElement>): void {
  if (event.key === 'Enter' && event.target instanceof HTMLHeadingElement) event.currentTarget.requestSubmit()
}

/** Takes the focus when the step comes up. */
function StepTitle({ step, n }: { readonly step: FirstRunStep; readonly n: number }) {
  const { t } = useText()
  const heading = useRef<HTMLHeadingElement>(null)
  const total = firstRunSteps.length
  useEffect(() => heading.current?.focus(), [])
  return (
    <>
      <p className="meta" aria-hidden="true">
        {t('vault:first.step', { n, total })}
      </p>
      <h1 ref={heading} tabIndex={-1} aria-label={t('vault:first.spoken', { n, total, name: t(`vault:first.${step}.name`) })}>
        <StepHeading step={step} />
      </h1>
    </>
  )
}

function StepHeading({ step }: { readonly step: FirstRunStep }) {
  const { t } = useText()
  const shop = useFirstRun(state => state.shopName)
  return step === 'done' ? t('vault:first.done.heading', { shop }) : t(`vault:first.${step}.heading`)
}

function StepBody({ step, onLeave }: { readonly step: FirstRunStep } & FirstRunProps) {
  switch (step) {
    case 'start':
      return <StartStep />
    case 'shop':
      return <ShopStep />
    case 'password':
      return <PasswordStep />
    case 'code':
      return <CodeStep />
    case 'done':
      return <DoneStep onLeave={onLeave} />
  }
}

function FirstRunButtons({ step }: { readonly step: FirstRunStep }) {
  const { t } = useText()
  const busy = useFirstRun(state => state.busy)
  const words = busy && step === 'code' ? t('vault:first.code.creating') : null
  useEffect(() => {
    if (words !== null) announce(words)
  }, [words])
  return (
    <footer className="first-run-foot">
      <div className="first-run-column row">
        {step !== 'start' && (
          <Button size="large" busy={busy} onClick={goBack}>
            {t('common:back')}
          </Button>
        )}
        <span className="grow" />
        <span className="meta first-run-enter">{words ?? t('vault:first.enter')}</span>
        <Button size="large" kind="primary" type="submit" busy={busy}>
          {step === 'code' ? t('vault:first.code.create') : t('common:continue')}
        </Button>
      </div>
    </footer>
  )
}
