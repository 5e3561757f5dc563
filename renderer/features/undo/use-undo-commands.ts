import { useEffect } from 'react'
import { on } from '../../kernel/client.ts'
import { useCommand } from '../../kernel/use-command.ts'
import { loadUndoStack, redoLatest, undoLatest, useUndoStack } from './undo-store.ts'

/** Undo and Redo of menu and keyboard, always about what is on top of the stacks now. */
export function useUndoCommands(): void {
  const { undo, redo } = useUndoStack(state => state.stack)
  const busy = useUndoStack(state => state.busy)
  useCommand('undo', () => void undoLatest(), undo !== null && !busy)
  useCommand('redo', () => void redoLatest(), redo !== null && !busy)
  useEffect(() => {
    void loadUndoStack()
    return on('records.changed', () => void loadUndoStack())
  }, [])
}
