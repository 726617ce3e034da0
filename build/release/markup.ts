/** Text as the content of an element or of a quoted attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}

/**
 * Text of the instruction: `*name*` is what stands on the screen, `` `text` `` is to be typed or pasted
 * as it is, everything else is plain.
 */
export function inlineMarkup(text: string): string {
  return escapeHtml(text)
    .replace(/\*([^*]+)\*/g, '<b>$1</b>')
    .replace(/`([^`]+)`/g, '<code>$1</code>');
}
