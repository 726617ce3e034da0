/**
 * Copies the text that stands in a text area. Add-on sidebars live in a cross-origin frame, where
 * `navigator.clipboard` is absent or refused by the permissions policy, so the old command goes
 * first: it works there, and it has to run before anything is awaited, while the click still counts.
 *
 * @returns 'copied', or 'manual' when the text is selected and the user has to press Ctrl+C
 */
export async function copyFrom(area: HTMLTextAreaElement): Promise<'copied' | 'manual'> {
  const focused = document.activeElement;
  area.focus({ preventScroll: true });
  area.select();
  if (commandCopy()) {
    if (focused instanceof HTMLElement) focused.focus();
    return 'copied';
  }
  if (await clipboardCopy(area.value)) {
    if (focused instanceof HTMLElement) focused.focus();
    return 'copied';
  }
  return 'manual';
}

function commandCopy(): boolean {
  try {
    return document.execCommand('copy');
  } catch {
    return false;
  }
}

async function clipboardCopy(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Absent (a TypeError) and denied are the same to the user: copy by hand.
    return false;
  }
}
