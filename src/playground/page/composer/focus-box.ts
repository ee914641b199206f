/** Puts the caret into the message box. */
export function focusBox(): void {
  document.getElementById('box')?.focus();
}
