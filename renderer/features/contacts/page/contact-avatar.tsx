import { useState } from 'react'
import { Avatar } from '../../../ui/avatar.tsx'
import { usePhotoUrl } from './use-photo-url.ts'

interface ContactAvatarProps {
  readonly name: string
  /** Key of the picture; '' for none. */
  readonly photo: string
  readonly size?: 'small' | 'default' | 'large'
}

/** A customer's picture, else the first sign of the name: beside the name itself, so it is not read out. */
export function ContactAvatar({ name, photo, size = 'default' }: ContactAvatarProps) {
  const url = usePhotoUrl(photo)
  const [broken, setBroken] = useState<string | null>(null)
  if (url === null || broken === url) return <Avatar name={name} size={size} />
  return <img className={`avatar avatar-${size} avatar-photo`} src={url} alt="" onError={() => setBroken(url)} />
}
