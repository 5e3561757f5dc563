import type { ReactNode } from 'react'
import { create } from 'zustand'
import { useText } from '../kernel/i18n.ts'
import { useLayoutWidth, useMediaQuery } from '../kernel/use-media-query.ts'
import { Splitter } from './splitter.tsx'

const useSplit = create<{ readonly width: number | null }>(() => ({ width: null }))
const minList = 360

interface ListDetailProps {
  readonly listLabel: string
  readonly detailLabel: string
  readonly list: ReactNode
  readonly detail: ReactNode
  /** In a narrow window one pane is shown: the detail when something is open, else the list. */
  readonly detailOpen: boolean
}

/** List on the left, the open record on the right, a movable line between them; one of the two below 1024 px. */
export function ListDetail({ listLabel, detailLabel, list, detail, detailOpen }: ListDetailProps) {
  const { t } = useText()
  const layout = useLayoutWidth()
  const roomy = useMediaQuery('(min-width: 1440px)')
  const chosen = useSplit(state => state.width)
  const standard = layout === 'medium' ? 424 : roomy ? 584 : 456
  const both = layout === 'wide' || layout === 'medium'
  const width = chosen ?? standard
  const max = layout === 'medium' ? 520 : 800
  return (
    <div className="list-detail" data-layout={both ? 'both' : 'one'}>
      <section
        className="pane pane-list"
        aria-label={listLabel}
        data-pane="list"
        hidden={!both && detailOpen}
        style={both ? { width: Math.min(width, max) } : undefined}
      >
        {list}
      </section>
      {both && (
        <Splitter
          label={t('common:resizePanes')}
          value={Math.min(width, max)}
          min={minList}
          max={max}
          onChange={next => useSplit.setState({ width: next })}
          onReset={() => useSplit.setState({ width: null })}
        />
      )}
      <section className="pane pane-detail" aria-label={detailLabel} data-pane="detail" hidden={!both && !detailOpen}>
        {detail}
      </section>
    </div>
  )
}
