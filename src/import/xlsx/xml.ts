/** What a scan of XML calls, in the order of the document. Names come without their prefix. */
export interface XmlHandler {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  /** Characters between tags, with references resolved; one run may come in pieces. */
  text(characters: string): void;
}

/** Attributes of one tag, parsed when they are asked for. */
export class Attributes {
  private readonly source: string;

  constructor(source: string) {
    this.source = source;
  }

  /** Value of an attribute, by its name with or without a prefix; null where it is missing. */
  get(name: string): string | null {
    const { source } = this;
    let at = 0;
    while (at < source.length) {
      const equals = source.indexOf('=', at);
      if (equals === -1) return null;
      const opening = nextQuote(source, equals + 1);
      if (opening === -1) return null;
      const closing = source.indexOf(source.charAt(opening), opening + 1);
      if (closing === -1) return null;
      if (withoutPrefix(source.slice(at, equals).trim()) === name) {
        return resolved(source.slice(opening + 1, closing));
      }
      at = closing + 1;
    }
    return null;
  }
}

/** The document ends inside a tag, or a tag is not closed: it was cut. */
export class XmlDamaged extends Error {}

/**
 * Reads XML as spreadsheets write it, in one pass over the text. No document types, no entities of
 * the document's own: nothing in it can grow.
 *
 * @throws XmlDamaged
 */
export function scanXml(xml: string, handler: XmlHandler): void {
  let depth = 0;
  let at = 0;
  while (at < xml.length) {
    const tag = xml.indexOf('<', at);
    if (tag === -1) break;
    if (tag > at && depth > 0) handler.text(resolved(xml.slice(at, tag)));
    if (xml.startsWith('<![CDATA[', tag)) {
      const end = endOf(xml, ']]>', tag);
      handler.text(xml.slice(tag + 9, end - 3));
      at = end;
    } else if (xml.startsWith('<!--', tag)) {
      at = endOf(xml, '-->', tag);
    } else if (xml.startsWith('<!', tag) || xml.startsWith('<?', tag)) {
      at = endOf(xml, '>', tag);
    } else if (xml.charAt(tag + 1) === '/') {
      at = endOf(xml, '>', tag);
      handler.close(withoutPrefix(xml.slice(tag + 2, at - 1).trim()));
      depth -= 1;
    } else {
      at = endOfTag(xml, tag + 1);
      const empty = xml.charAt(at - 2) === '/';
      const inside = xml.slice(tag + 1, empty ? at - 2 : at - 1);
      const name = nameOf(inside);
      const plain = withoutPrefix(name);
      handler.open(plain, new Attributes(inside.slice(name.length)));
      if (empty) handler.close(plain);
      else depth += 1;
    }
  }
  if (depth !== 0) throw new XmlDamaged();
}

/** Position after the mark. */
function endOf(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  if (found === -1) throw new XmlDamaged();
  return found + mark.length;
}

/** Position after `>`; one inside a quoted value does not count. */
function endOfTag(xml: string, from: number): number {
  for (let at = from; at < xml.length; at += 1) {
    const unit = xml.charCodeAt(at);
    if (unit === 62) return at + 1;
    if (unit === 34 || unit === 39) {
      at = xml.indexOf(xml.charAt(at), at + 1);
      if (at === -1) break;
    }
  }
  throw new XmlDamaged();
}

function nextQuote(text: string, from: number): number {
  for (let at = from; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit === 34 || unit === 39) return at;
  }
  return -1;
}

function nameOf(inside: string): string {
  for (let at = 0; at < inside.length; at += 1) if (inside.charCodeAt(at) <= 32) return inside.slice(0, at);
  return inside;
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function resolved(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|amp|lt|gt|quot|apos);/gi, (whole, reference: string) => {
    const named = NAMED[reference.toLowerCase()];
    if (named !== undefined) return named;
    const hexadecimal = reference.charAt(1).toLowerCase() === 'x';
    const point = hexadecimal ? Number.parseInt(reference.slice(2), 16) : Number(reference.slice(1));
    return point <= 0x10ffff ? String.fromCodePoint(point) : whole;
  });
}
