/** Leaves the keyboard of a phone its room: a dialog is as high as what can still be seen. */
export function keepRoom(dialog: HTMLDialogElement): void {
  const seen = window.visualViewport;
  if (!seen) return;
  const fit = () => {
    if (dialog.open) dialog.style.setProperty('--room', `${Math.round(seen.height)}px`);
  };
  seen.addEventListener('resize', fit);
}
