/** Most characters that the messenger takes in one message. */
export const MESSAGE_LIMIT = 4000;

/** Room for «Часть 12 из 34» with the blank line below it. */
const NUMBER_ROOM = 24;

/**
 * A text in parts that the messenger takes, cut at a paragraph, else at a line, a sentence, a word; parts of
 * several are numbered in their first line. Length is in UTF-16 units, which no messenger counts as more.
 */
export function splitMessage(text: string, limit = MESSAGE_LIMIT): string[] {
  if (text.length <= limit) return [text];
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit - NUMBER_ROOM) {
    const end = cutOf(rest, limit - NUMBER_ROOM);
    parts.push(rest.slice(0, end).trim());
    rest = rest.slice(end).trim();
  }
  if (rest !== '') parts.push(rest);
  return parts.map((part, index) => `Часть ${index + 1} из ${parts.length}\n\n${part}`);
}

const SEPARATORS = ['\n\n', '\n', '. ', ' '] as const;

/** Where to cut, between 1 and `limit`. */
function cutOf(text: string, limit: number): number {
  const head = text.slice(0, limit);
  for (const separator of SEPARATORS) {
    const place = head.lastIndexOf(separator);
    // A cut near the beginning would leave a part with next to nothing in it.
    if (place >= limit / 2) return place + separator.length;
  }
  const space = head.lastIndexOf(' ');
  if (space > 0) return space + 1;
  return isHighSurrogate(text.charCodeAt(limit - 1)) ? limit - 1 : limit;
}

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdbff;
}

/** Texts of several schools that go into one message. */
export interface Packed<School> {
  readonly text: string;
  readonly schools: readonly School[];
}

const BETWEEN = '\n\n———\n\n';

/** Packs the texts of many schools into messages: a text is cut only where it is longer than a message itself. */
export function packMessages<School>(
  texts: readonly { readonly school: School; readonly text: string }[],
  limit = MESSAGE_LIMIT,
): Packed<School>[] {
  const packed: { text: string; schools: School[] }[] = [];
  for (const { school, text } of texts) {
    const parts = splitMessage(text, limit);
    for (const part of parts) {
      const last = packed[packed.length - 1];
      const room = last !== undefined && last.text.length + BETWEEN.length + part.length <= limit;
      if (room && parts.length === 1) {
        last.text += BETWEEN + part;
        last.schools.push(school);
      } else packed.push({ text: part, schools: [school] });
    }
  }
  return packed;
}
