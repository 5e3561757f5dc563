import { minPasswordLength } from '../../../shared/features/vault/vault.ts'
import type { Translate } from '../../kernel/i18n.ts'
import type { FirstRunProblem, FirstRunState } from './first-run-store.ts'

/** The field that a problem belongs to. */
export const problemField = {
  'shop-missing': 'shopName',
  'owner-missing': 'ownerName',
  'password-missing': 'password',
  'password-too-short': 'password',
  'password-too-common': 'password',
  'password-differs': 'again',
  'first-missing': 'firstText',
  'first-differs': 'firstText',
  'second-missing': 'secondText',
  'second-differs': 'secondText',
  'kept-missing': 'kept',
} as const satisfies Record<FirstRunProblem, string>

export type FirstRunField = (typeof problemField)[FirstRunProblem]

/** The words of a field's problem; undefined when it has none. */
export function fieldProblem(t: Translate, state: FirstRunState, field: FirstRunField): string | undefined {
  const problem = state.problems.find(one => problemField[one] === field)
  return problem === undefined ? undefined : problemText(t, state, problem)
}

function problemText(t: Translate, { password, asked }: FirstRunState, problem: FirstRunProblem): string {
  switch (problem) {
    case 'shop-missing':
      return t('vault:first.shop.missingShop')
    case 'owner-missing':
      return t('vault:first.shop.missingOwner')
    case 'password-missing':
      return t('vault:first.password.missing')
    case 'password-too-short':
      return t('vault:first.password.tooShort', { min: minPasswordLength, n: Array.from(password).length })
    case 'password-too-common':
      return t('vault:first.password.tooCommon')
    case 'password-differs':
      return t('vault:first.password.differs')
    case 'first-missing':
      return t('vault:first.code.missing', { n: asked[0] })
    case 'first-differs':
      return t('vault:first.code.differs', { n: asked[0] })
    case 'second-missing':
      return t('vault:first.code.missing', { n: asked[1] })
    case 'second-differs':
      return t('vault:first.code.differs', { n: asked[1] })
    case 'kept-missing':
      return t('vault:first.code.keptMissing')
  }
}
