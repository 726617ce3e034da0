import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { platformEnum } from '../enums.ts';
import { NotKnown, ServiceException } from '../errors.ts';

export class HtmlServiceService extends Emulated {
  readonly platformName = 'HtmlService';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  override properties(): Readonly<Record<string, unknown>> {
    return { SandboxMode: platformEnum('SandboxMode'), XFrameOptionsMode: platformEnum('XFrameOptionsMode') };
  }

  createHtmlOutputFromFile(name: string): HtmlOutputService {
    const html = this.context.html[name];
    if (html === undefined) throw new ServiceException(`No HTML file named ${name} was found.`);
    return new HtmlOutputService(html);
  }
  createHtmlOutput(html: unknown = ''): HtmlOutputService {
    if (typeof html !== 'string') throw new NotKnown('createHtmlOutput of a blob');
    return new HtmlOutputService(html);
  }
}

export class HtmlOutputService extends Emulated {
  readonly platformName = 'HtmlOutput';
  width: number | null = null;
  height: number | null = null;
  private html: string;
  private title = '';

  constructor(html: string) {
    super();
    this.html = wellFormed(html);
  }

  append(html: string): HtmlOutputService {
    this.html = wellFormed(this.html + html);
    return this;
  }
  appendUntrusted(text: string): HtmlOutputService {
    this.html += text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll('"', '&quot;')
      .replaceAll("'", '&#39;');
    return this;
  }
  clear(): HtmlOutputService {
    this.html = '';
    return this;
  }
  getContent(): string {
    return this.html;
  }
  setContent(html: string): HtmlOutputService {
    this.html = wellFormed(html);
    return this;
  }
  getTitle(): string {
    return this.title;
  }
  setTitle(title: string): HtmlOutputService {
    this.title = title;
    return this;
  }
  /** Without effect on a sidebar, which is always 300 px wide. */
  setWidth(width: number): HtmlOutputService {
    this.width = width;
    return this;
  }
  getWidth(): number | null {
    return this.width;
  }
  setHeight(height: number): HtmlOutputService {
    this.height = height;
    return this;
  }
  getHeight(): number | null {
    return this.height;
  }
}

/** Refuses what cannot be closed: a tag, a comment, an attribute or a script without its end. */
function wellFormed(html: string): string {
  let at = 0;
  while (at < html.length) {
    const open = html.indexOf('<', at);
    if (open < 0) break;
    if (html.startsWith('<!--', open)) at = endOf(html, '-->', open);
    else {
      const tag = /^<\/?([a-zA-Z][^\s/>]*)(?:[^>"']|"[^"]*"|'[^']*')*>|^<![^>]*>/.exec(html.slice(open));
      const looksLikeTag = /^<[/!a-zA-Z]/.test(html.slice(open, open + 2));
      if (tag === null && looksLikeTag) throw malformed(html.slice(open, open + 60));
      at = open + (tag?.[0].length ?? 1);
      const name = tag?.[1]?.toLowerCase();
      const raw = (name === 'script' || name === 'style') && !tag?.[0].startsWith('</');
      if (raw) at = endOf(html, `</${name}`, at);
    }
  }
  return html;
}

function endOf(html: string, end: string, from: number): number {
  const found = html.toLowerCase().indexOf(end, from);
  if (found < 0) throw malformed(html.slice(from, from + 60));
  return found + end.length;
}

function malformed(near: string): ServiceException {
  return new ServiceException(`Malformed HTML content: ${near}`);
}
