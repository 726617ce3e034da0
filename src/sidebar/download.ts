import { element } from './dom.ts';

/** Saves a text as a file of the person's computer. */
export function download(name: string, text: string): void {
  const link = element('a', { download: name, href: addressOf(text), hidden: true });
  document.body.append(link);
  link.click();
  link.remove();
}

/** A blob where the frame allows it, else the text itself as the address. */
function addressOf(text: string): string {
  try {
    return URL.createObjectURL(new Blob([text], { type: 'text/csv;charset=utf-8' }));
  } catch {
    return `data:text/csv;charset=utf-8,${encodeURIComponent(text)}`;
  }
}
