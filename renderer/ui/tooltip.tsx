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
      getPopupContainer={landmarkOf}
      classNames={{ root: 'tooltip' }}
    >
      {children}
    </AntdTooltip>
  )
}

/** Where it is drawn: within the box that the control is in, else within the page's main part, never beside all landmarks. */
function landmarkOf(control: HTMLElement): HTMLElement {
  return control.closest<HTMLElement>('.layer > [role]') ?? document.querySelector<HTMLElement>('main') ?? document.body
}
