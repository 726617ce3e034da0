/**
 * The one platform class that reading a file needs. Browsers and Node have it, Apps Script does not
 * and never reads files. A table of windows-1251 and a UTF-8 reader of our own would be slower
 * than the native decoder on a country's file and would have to be proven equal to it.
 */
declare const TextDecoder: new (
  label: string,
  options?: { readonly fatal?: boolean },
) => { decode(bytes: Uint8Array): string };

export type TextEncodingName = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1251';

/** Bytes as text without the BOM; bytes that the encoding lacks become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, encoding: TextEncodingName): string {
  return new TextDecoder(encoding).decode(bytes);
}

/** The same for UTF-8, null where any byte is not UTF-8. */
export function decodeStrictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
