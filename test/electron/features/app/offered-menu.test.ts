import { expect, test } from 'vitest'
import { createOfferedMenu } from '../../../../electron/features/app/offered-menu.ts'

const commands = (undoLabel: string) => ({ enabled: [], undoLabel, redoLabel: '' })

test('the menu follows the window in front, also one that has said nothing yet', () => {
  let inFront: number | null = 1
  const menu = createOfferedMenu(() => inFront)
  menu.take(commands('first'), 1)
  menu.take(commands('second'), 2)

  const labels = [1, 2, 3, null].map(id => {
    inFront = id
    return menu.offered().undoLabel
  })

  expect(labels).toEqual(['first', 'second', '', ''])
})

test('nothing of what was offered is kept through a lock', () => {
  const menu = createOfferedMenu(() => 1)
  menu.take(commands('a name'), 1)
  menu.forget()

  expect(menu.offered()).toEqual({ enabled: [], undoLabel: '', redoLabel: '' })
})
