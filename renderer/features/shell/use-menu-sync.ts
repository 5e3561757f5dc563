import { useEffect } from 'react'
import { commandIds } from '../../../shared/features/app/app-state.ts'
import { call } from '../../kernel/client.ts'
import { enabledCommands, useCommandRegistry } from '../../kernel/command-registry.ts'
import { useText } from '../../kernel/i18n.ts'
import { actWords } from '../undo/act-words.ts'
import { useUndoStack } from '../undo/undo-store.ts'

/** Tells main what the menu may offer now, and what Undo and Redo would do; once per change, not per screen. */
export function useMenuSync(): void {
  const { t } = useText()
  const handlers = useCommandRegistry(state => state.handlers)
  const { undo, redo } = useUndoStack(state => state.stack)
  const undoLabel = undo === null ? '' : t('undo:label', { action: actWords(t, undo.act) })
  const redoLabel = redo === null ? '' : t('undo:redoLabel', { action: actWords(t, redo.act) })
  const enabled = enabledCommands(handlers).join(' ')
  useEffect(() => {
    const send = () => {
      const ids = commandIds.filter(id => enabled.split(' ').includes(id))
      void call('app.setCommands', { enabled: ids, undoLabel: undoLabel.slice(0, 200), redoLabel: redoLabel.slice(0, 200) })
    }
    const timer = setTimeout(send, 50)
    return () => clearTimeout(timer)
  }, [enabled, undoLabel, redoLabel])
}
