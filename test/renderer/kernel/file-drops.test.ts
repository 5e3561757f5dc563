import { expect, test, vi } from 'vitest'
import { refuseFileDrops } from '../../../renderer/kernel/file-drops.ts'

function dropOf(types: readonly string[]) {
  const listeners: ((event: DragEvent) => void)[] = []
  // only the function that registers is used
  refuseFileDrops({ addEventListener: (_name: string, listener: never) => void listeners.push(listener) } as never)
  const event = { dataTransfer: { types, dropEffect: 'copy' }, preventDefault: vi.fn() }
  // what is read of an event
  for (const listener of listeners) listener(event as unknown as DragEvent)
  return event
}

test('a file that is dropped is refused', () => {
  const event = dropOf(['Files'])

  expect(event.preventDefault).toHaveBeenCalledTimes(3)
  expect(event.dataTransfer.dropEffect).toBe('none')
})

test('text that is dragged into a field is left to the field', () => {
  expect(dropOf(['text/plain']).preventDefault).not.toHaveBeenCalled()
})
