import { useState } from 'react'
import { createPortal } from 'react-dom'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'

interface RecoverySheetProps {
  readonly groups: readonly string[]
  readonly shopName: string
  readonly ownerName: string
}

/** The sheet of paper: seen by the printer only. */
export function RecoverySheet({ groups, shopName, ownerName }: RecoverySheetProps) {
  const { t } = useText()
  const format = useFormat()
  const [madeAt] = useState(() => new Date().toISOString())
  return createPortal(
    <section className="print-sheet" aria-hidden="true">
      <h1>{t('vault:sheet.heading', { shop: shopName })}</h1>
      <p>{t('vault:sheet.owner', { owner: ownerName })}</p>
      <p>{t('vault:sheet.date', { date: format.tableDate(madeAt) })}</p>
      <ol className="code-groups">
        {groups.map((group, index) => (
          <li key={index}>
            <span className="num">{index + 1}</span>
            <span className="mono code-group">{group}</span>
          </li>
        ))}
      </ol>
      <p>{t('vault:warning')}</p>
      <p>{t('vault:sheet.keep')}</p>
    </section>,
    document.body,
  )
}
