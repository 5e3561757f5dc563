import { type IconName, iconPaths } from './icon-paths.ts'

interface IconProps {
  readonly name: IconName
  /** 12 beside 12 px text, 16 in controls, 20 and more on their own. */
  readonly size?: 12 | 14 | 16 | 20 | 24 | 40
  readonly className?: string
}

const strokes = { 12: 2.4, 14: 2.2, 16: 2, 20: 1.75, 24: 1.75, 40: 1.25 } as const

/** A drawn sign. Never alone: the word stands beside it, or the control around it has a name. */
export function Icon({ name, size = 16, className = '' }: IconProps) {
  return (
    <svg
      className={`icon ${className}`}
      width={size}
      height={size}
      viewBox="0 0 24 24"
      strokeWidth={strokes[size]}
      aria-hidden="true"
    >
      {name === 'half' ? (
        <>
          <circle cx="12" cy="12" r="9" />
          <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
        </>
      ) : (
        <path d={iconPaths[name]} strokeWidth={name === 'more' ? 3 : undefined} />
      )}
    </svg>
  )
}

/** The program's mark: an abacus in a blue square. */
export function BrandMark({ size }: { readonly size: number }) {
  return (
    <svg className="brand-mark" width={size} height={size} viewBox="0 0 24 24" aria-hidden="true">
      <rect width="24" height="24" rx="6" fill="var(--brand)" />
      <path d="M8 4.500v15M16 4.500v15" stroke="#fff" strokeWidth="1.5" opacity=".55" />
      <path d="M4 10h16" stroke="#fff" strokeWidth="1.5" />
      <g fill="#fff">
        <rect x="5" y="5.700" width="6" height="2.800" rx="1.400" />
        <rect x="13" y="5.700" width="6" height="2.800" rx="1.400" />
        <rect x="5" y="11.600" width="6" height="2.800" rx="1.400" />
        <rect x="5" y="16" width="6" height="2.800" rx="1.400" />
        <rect x="13" y="11.600" width="6" height="2.800" rx="1.400" />
        <rect x="13" y="16" width="6" height="2.800" rx="1.400" />
      </g>
    </svg>
  )
}
