import { useEffect } from 'react'
import { useText } from '../../kernel/i18n.ts'
import { closeNotice, type Notice, useNotices } from '../../kernel/notice-store.ts'
import { Button, IconButton } from '../../ui/button.tsx'
import { Icon } from '../../ui/icon.tsx'
import { usePausedTimer } from '../../ui/use-paused-timer.ts'

const signs = { ok: 'tick', info: 'info', error: 'octagon' } as const

/** Short messages at the bottom right. They were spoken when they were made. */
export function Notices() {
  const { t } = useText()
  const notices = useNotices(state => state.notices)
  if (notices.length === 0) return null
  return (
    <section className="notices" aria-label={t('shell:notices')}>
      {notices.map(notice => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </section>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const { t } = useText()
  const { action } = notice
  const timer = usePausedTimer(8000, () => closeNotice(notice.id))
  const { start, stop } = timer
  useEffect(() => {
    if (notice.tone === 'error') return undefined
    start()
    return stop
  }, [notice.tone, start, stop])
  return (
    <div className={`toast toast-${notice.tone}`} {...(notice.tone === 'error' ? {} : timer.pauseOn)}>
      <Icon name={signs[notice.tone]} />
      <span className="grow">{notice.text}</span>
      {action !== undefined && (
        <Button
          size="small"
          onClick={() => {
            closeNotice(notice.id)
            action.run()
          }}
        >
          {action.label}
        </Button>
      )}
      <IconButton icon="x" size="small" label={t('common:close')} onClick={() => closeNotice(notice.id)} />
    </div>
  )
}
