import type { VaultState } from '../../../shared/features/vault/vault.ts'
import { runCommand } from '../../kernel/command-registry.ts'
import { useFormat } from '../../kernel/format.ts'
import { useText } from '../../kernel/i18n.ts'
import { keyWords } from '../../kernel/key-words.ts'
import { usePreferences } from '../../kernel/preferences-store.ts'
import { Icon } from '../../ui/icon.tsx'
import { MenuButton } from '../../ui/menu-button.tsx'
import { JobStatus } from '../jobs/job-status.tsx'

type OpenVault = Extract<VaultState, { state: 'unlocked' }>

/** Locked or not and who, the running job, the zoom. */
export function StatusBar({ vault }: { readonly vault: OpenVault }) {
  const { t } = useText()
  return (
    <footer className="status-bar" data-pane="status" aria-label={t('shell:status.label')}>
      <MenuButton
        side="above"
        className="status-item"
        namedByContent
        label={t('shell:status.account', { name: vault.me.name, role: t(`common:role.${vault.me.role}`) })}
        items={[
          {
            id: 'lock',
            label: t('shell:status.lockNow'),
            icon: 'lock',
            keys: keyWords('lock'),
            run: () => void runCommand('lock'),
          },
        ]}
      >
        <span className="status-ok">
          <Icon name="tick" size={14} />
          {t('shell:status.unlocked')}
        </span>
        <span className="status-me">
          <Icon name="user" size={14} />
          <span className="cut">
            {t('shell:status.account', { name: vault.me.name, role: t(`common:role.${vault.me.role}`) })}
          </span>
        </span>
      </MenuButton>
      <JobStatus />
      <span className="grow" />
      <ZoomStatus />
    </footer>
  )
}

function ZoomStatus() {
  const { t } = useText()
  const format = useFormat()
  const zoom = format.percent(usePreferences(state => state.zoom) / 100)
  const item = (id: 'zoom-in' | 'zoom-out' | 'zoom-reset') => ({
    id,
    label: t(`shell:commands.${id}`),
    keys: keyWords(id),
    run: () => void runCommand(id),
  })
  return (
    <MenuButton
      side="above"
      align="end"
      className="status-item"
      label={t('shell:status.zoom', { percent: zoom })}
      items={[item('zoom-in'), item('zoom-out'), item('zoom-reset')]}
    >
      <span className="num">{zoom}</span>
    </MenuButton>
  )
}
