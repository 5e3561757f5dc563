import { useEffect, useState } from 'react'
import type { AppInfo } from '../../../shared/features/app/app-state.ts'
import { call } from '../../kernel/client.ts'
import { useText } from '../../kernel/i18n.ts'
import { fromResult, idle, type Loadable } from '../../kernel/loadable.ts'
import { BrandMark } from '../../ui/icon.tsx'
import { FailureNote, Skeleton } from '../../ui/states.tsx'

export function AboutSection() {
  const { t } = useText()
  const [info, setInfo] = useState<Loadable<AppInfo>>(idle)
  useEffect(() => {
    const ask = async () => setInfo(fromResult(await call('app.info', {})))
    void ask()
  }, [])
  switch (info.status) {
    case 'idle':
    case 'loading':
      return <Skeleton label={t('common:loading')} rows={3} />
    case 'failed':
      return <FailureNote failure={info.failure} />
    case 'ready':
      return <AboutFacts info={info.value} />
  }
}

function AboutFacts({ info }: { readonly info: AppInfo }) {
  const { t } = useText()
  return (
    <div className="about">
      <BrandMark size={48} />
      <dl>
        <dt>{t('settings:about.version')}</dt>
        <dd className="num">{info.version}</dd>
        <dt>{t('settings:about.system')}</dt>
        <dd>{t(`settings:about.systems.${info.platform}`)}</dd>
        <dt>{t('settings:about.licence')}</dt>
        <dd>{t('settings:about.mit')}</dd>
        <dt>{t('settings:about.network')}</dt>
        <dd>{t('settings:about.networkNone')}</dd>
      </dl>
    </div>
  )
}
