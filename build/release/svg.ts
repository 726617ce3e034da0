import { escapeHtml } from './markup.ts';

/** Shapes of the drawn windows: plain SVG, lengths in pixels, nothing of anybody's screen. */

export const PICTURE_WIDTH = 560;

const INK = '#202124';
const PALE = '#5f6368';
const LINE = '#c4c7c5';
const BAR = '#f1f3f4';
const ACCENT = '#0b57d0';
const FOCUS = '#d93025';

export interface Place {
  readonly x: number;
  readonly y: number;
}

export interface Box extends Place {
  readonly width: number;
  readonly height: number;
}

export interface Look {
  readonly bold?: boolean;
  readonly pale?: boolean;
  readonly fill?: string;
  readonly size?: number;
}

export function text({ x, y }: Place, words: string, look: Look = {}): string {
  const weight = look.bold === true ? ' font-weight="600"' : '';
  const fill = look.fill ?? (look.pale === true ? PALE : INK);
  return `<text x="${x}" y="${y}" font-size="${look.size ?? 13}" fill="${fill}"${weight}>${escapeHtml(words)}</text>`;
}

export function box({ x, y, width, height }: Box, fill = '#ffffff', line = LINE): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="4" fill="${fill}" stroke="${line}"/>`;
}

/** The ring around what is to be pressed. */
export function ring({ x, y, width, height }: Box): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="6" fill="none" stroke="${FOCUS}" stroke-width="3"/>`;
}

/** A button of a dialog; the main one is filled. */
export function pressable(area: Box, words: string, main = false): string {
  const place = { x: area.x + 14, y: area.y + area.height / 2 + 5 };
  return main
    ? box(area, ACCENT, ACCENT) + text(place, words, { fill: '#ffffff', bold: true })
    : box(area) + text(place, words, { fill: ACCENT });
}

export function tick({ x, y }: Place): string {
  return `${box({ x, y, width: 18, height: 18 }, ACCENT, ACCENT)}<path d="M${x + 4} ${y + 9} l4 4 l7 -8" fill="none" stroke="#ffffff" stroke-width="2"/>`;
}

/** A window with its title bar. */
export function frame(title: string, height: number): string {
  return (
    box({ x: 1, y: 1, width: PICTURE_WIDTH - 2, height: height - 2 }) +
    box({ x: 1, y: 1, width: PICTURE_WIDTH - 2, height: 30 }, BAR) +
    text({ x: 14, y: 21 }, title, { bold: true })
  );
}

/** A row of words along a line, the menu of a window; answers where each word begins. */
export function menuBar(y: number, words: readonly string[]): { drawing: string; starts: readonly number[] } {
  const starts: number[] = [];
  let x = 14;
  let drawing = '';
  for (const word of words) {
    starts.push(x);
    drawing += text({ x, y }, word);
    x += word.length * 7.6 + 14;
  }
  return { drawing, starts };
}

export function picture(label: string, height: number, drawing: string): string {
  return `<svg role="img" aria-label="${escapeHtml(label)}" viewBox="0 0 ${PICTURE_WIDTH} ${height}" font-family="Arial, sans-serif">${drawing}</svg>`;
}
