import { create } from 'zustand'
import { maxPasswordLength, minPasswordLength, type PasswordStrength } from '../../../shared/features/vault/vault.ts'
import type { Failure } from '../../../shared/kernel/result.ts'
import { call } from '../../kernel/client.ts'
import { pickGroups, recoveryGroups, recoverySigns } from './typed-recovery-code.ts'
import { takeVaultState } from './vault-state-store.ts'

export const firstRunSteps = ['start', 'shop', 'password', 'code', 'done'] as const
export type FirstRunStep = (typeof firstRunSteps)[number]

/** One word per thing that still has to change before the step can be left. */
export type FirstRunProblem =
  | 'shop-missing'
  | 'owner-missing'
  | 'password-missing'
  | 'password-too-short'
  | 'password-too-common'
  | 'password-differs'
  | 'first-missing'
  | 'first-differs'
  | 'second-missing'
  | 'second-differs'
  | 'kept-missing'

export interface FirstRunState {
  /** Null before the first run began and after it ended. */
  readonly step: FirstRunStep | null
  readonly shopName: string
  readonly ownerName: string
  readonly password: string
  readonly again: string
  readonly strength: PasswordStrength | null
  readonly groups: readonly string[]
  /** Numbers of the groups to be typed back, and what was typed. */
  readonly asked: readonly [number, number]
  readonly firstText: string
  readonly secondText: string
  readonly kept: boolean
  readonly problems: readonly FirstRunProblem[]
  readonly busy: boolean
  readonly failure: Failure | null
}

export const firstRunStart: FirstRunState = {
  step: null,
  shopName: '',
  ownerName: '',
  password: '',
  again: '',
  strength: null,
  groups: [],
  asked: [1, 2],
  firstText: '',
  secondText: '',
  kept: false,
  problems: [],
  busy: false,
  failure: null,
}

/** What is typed before there is a vault: in memory only, gone when the first run ends or the window closes. */
export const useFirstRun = create<FirstRunState>(() => firstRunStart)

export function beginFirstRun(): void {
  useFirstRun.setState({ ...firstRunStart, step: 'start', asked: pickGroups() })
}

/** Leaves the first run and forgets what was typed. */
export function endFirstRun(): void {
  useFirstRun.setState(firstRunStart, true)
}

export function editFirstRun(change: Partial<FirstRunState>): void {
  useFirstRun.setState({ ...change, problems: [], failure: null })
}

/** What keeps the present step from being left, in the order of the fields. */
export function problemsOf(state: FirstRunState): readonly FirstRunProblem[] {
  switch (state.step) {
    case 'shop':
      return [
        ...(state.shopName.trim() === '' ? (['shop-missing'] as const) : []),
        ...(state.ownerName.trim() === '' ? (['owner-missing'] as const) : []),
      ]
    case 'password':
      return passwordProblems(state)
    case 'code':
      return codeProblems(state)
    default:
      return []
  }
}

/** One step back; what was typed stays. */
export function goBack(): void {
  const { step, busy } = useFirstRun.getState()
  const at = step === null ? -1 : firstRunSteps.indexOf(step)
  const before = firstRunSteps[at - 1]
  if (!busy && step !== 'done' && before !== undefined) useFirstRun.setState({ step: before, problems: [], failure: null })
}

/** Checks the present step and goes on; creates the vault after the recovery code. */
export async function goOn(): Promise<void> {
  const state = useFirstRun.getState()
  if (state.busy || state.step === null) return
  const problems = problemsOf(state)
  if (problems.length > 0) {
    useFirstRun.setState({ problems })
    return
  }
  if (state.step === 'start') useFirstRun.setState({ step: 'shop' })
  if (state.step === 'shop') useFirstRun.setState({ step: 'password' })
  if (state.step === 'password') await checkPasswordAndPrepare()
  if (state.step === 'code') await createVault()
}

let soon: ReturnType<typeof setTimeout> | undefined
let measuring = 0

/** Takes what is typed; how good it is, is asked when the typing rests. */
export function typePassword(password: string): void {
  editFirstRun({ password })
  clearTimeout(soon)
  soon = setTimeout(() => void measurePassword(), 150)
}

/** Asks how good the password is; only the answer to the newest text counts. */
export async function measurePassword(): Promise<PasswordStrength | null> {
  measuring += 1
  const mine = measuring
  const { password, shopName, ownerName } = useFirstRun.getState()
  if (password === '') {
    useFirstRun.setState({ strength: null })
    return null
  }
  const result = await call('vault.measurePassword', {
    password: password.slice(0, maxPasswordLength),
    words: [shopName, ownerName].map(word => word.trim()).filter(word => word !== ''),
  })
  if (mine !== measuring || !result.ok) return null
  useFirstRun.setState({ strength: result.value })
  return result.value
}

async function checkPasswordAndPrepare(): Promise<void> {
  useFirstRun.setState({ busy: true })
  const strength = await measurePassword()
  if (strength !== null && !strength.accepted) {
    useFirstRun.setState({
      busy: false,
      problems: [strength.reason === 'too-short' ? 'password-too-short' : 'password-too-common'],
    })
    return
  }
  if (useFirstRun.getState().groups.length > 0) {
    useFirstRun.setState({ step: 'code', busy: false })
    return
  }
  const prepared = await call('vault.prepare', {})
  useFirstRun.setState(
    prepared.ok
      ? { step: 'code', busy: false, groups: recoveryGroups(prepared.value.recoveryCode) }
      : { busy: false, failure: prepared.failure },
  )
}

async function createVault(): Promise<void> {
  const { shopName, ownerName, password, asked, firstText, secondText } = useFirstRun.getState()
  // the vault opens while this runs: the done step stays in front of it
  useFirstRun.setState({ busy: true, failure: null })
  const result = await call('vault.create', {
    shopName: shopName.trim(),
    ownerName: ownerName.trim(),
    password,
    confirm: { first: asked[0], firstText: recoverySigns(firstText), second: asked[1], secondText: recoverySigns(secondText) },
  })
  if (!result.ok) {
    useFirstRun.setState({ busy: false, failure: result.failure })
    return
  }
  takeVaultState(result.value)
  useFirstRun.setState({ ...firstRunStart, step: 'done', shopName: shopName.trim() }, true)
}

function passwordProblems({ password, again, strength }: FirstRunState): readonly FirstRunProblem[] {
  if (password === '') return ['password-missing']
  if (Array.from(password).length < minPasswordLength) return ['password-too-short']
  if (strength?.reason === 'too-common') return ['password-too-common']
  return password === again ? [] : ['password-differs']
}

function codeProblems({ groups, asked, firstText, secondText, kept }: FirstRunState): readonly FirstRunProblem[] {
  return [
    ...groupProblem(groups[asked[0] - 1], firstText, 'first'),
    ...groupProblem(groups[asked[1] - 1], secondText, 'second'),
    ...(kept ? [] : (['kept-missing'] as const)),
  ]
}

function groupProblem(group: string | undefined, typed: string, which: 'first' | 'second'): readonly FirstRunProblem[] {
  if (typed.trim() === '') return [`${which}-missing`]
  return recoverySigns(typed) === group ? [] : [`${which}-differs`]
}
