import { expect, test } from 'vitest'
import { enabledCommands, registerCommand, runCommand, useCommandRegistry } from '../../../renderer/kernel/command-registry.ts'

test('the newest handler answers, and the one before again when it is gone', () => {
  const ran: string[] = []
  const endPage = registerCommand('save', { run: () => ran.push('page'), enabled: true })
  const endDialog = registerCommand('save', { run: () => ran.push('dialog'), enabled: true })

  runCommand('save')
  endDialog()
  runCommand('save')
  endPage()

  expect(ran).toEqual(['dialog', 'page'])
  expect(runCommand('save')).toBe(false)
})

test('a command that is not possible now is refused and not offered', () => {
  const end = registerCommand('undo', { run: () => expect.unreachable(), enabled: false })

  expect(runCommand('undo')).toBe(false)
  expect(enabledCommands(useCommandRegistry.getState().handlers)).not.toContain('undo')
  end()
})
