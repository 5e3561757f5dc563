/** True while an input method composes: Enter, arrows and Escape then belong to it, not to the program. */
export function isComposing(event: { readonly isComposing?: boolean; readonly keyCode: number }): boolean {
  return event.isComposing === true || event.keyCode === 229
}
