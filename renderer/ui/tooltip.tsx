import { Tooltip as AntdTooltip } from 'antd'
import type { ReactElement, ReactNode } from 'react'

interface TooltipProps {
  readonly text: ReactNode
  readonly side?: 'top' | 'bottom' | 'left' | 'right'
  readonly children: ReactElement
}

/** Says on hover and on focus what a control is or why it cannot be used. */
export function Tooltip({ text, side = 'bottom', children }: TooltipProps) {
  return (
    <AntdTooltip
      title={text}
      placement={side}
      trigger={['hover', 'focus']}
      mouseEnterDelay={0.4}
      classNames={{ root: 'tooltip' }}
    >
      {children}
    </AntdTooltip>
  )
}
