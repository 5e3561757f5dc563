import { type ReactNode, useEffect, useRef } from 'react'
import { usePageTitle } from '../kernel/page-title.ts'
import { isLayerOpen } from './layer.tsx'

interface PageHeadingProps {
  /** Also the window's title. Never a customer's name: the title shows in the task bar while locked. */
  readonly title: string
  readonly children?: ReactNode
  readonly className?: string
}

/** The page's one H1. It takes the focus when the page comes up, so that a screen reader says where it is. */
export function PageHeading({ title, children, className = '' }: PageHeadingProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  usePageTitle(title)
  useEffect(() => {
    if (!isLayerOpen()) heading.current?.focus()
  }, [])
  return (
    <h1 ref={heading} tabIndex={-1} className={className}>
      {children ?? title}
    </h1>
  )
}
