import { unescaped } from './cell-text.ts';
import { scanXml } from './xml.ts';

/** A sheet as the workbook names it. */
export interface SheetEntry {
  readonly name: string;
  readonly hidden: boolean;
  /** Id of its relationship, by which its file is found. */
  readonly relation: string;
}

export interface WorkbookPart {
  readonly sheets: readonly SheetEntry[];
  readonly dateSystem: 1900 | 1904;
}

export function readWorkbook(xml: string): WorkbookPart {
  const sheets: SheetEntry[] = [];
  let dateSystem: 1900 | 1904 = 1900;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr' && isOn(attributes.get('date1904'))) dateSystem = 1904;
      if (name !== 'sheet') return;
      const state = attributes.get('state') ?? 'visible';
      const relation = attributes.get('id') ?? '';
      sheets.push({ name: attributes.get('name') ?? '', hidden: state !== 'visible', relation });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return { sheets, dateSystem };
}

function isOn(value: string | null): boolean {
  return value === '1' || value === 'true';
}

export interface Relation {
  readonly id: string;
  /** Last word of the type: `worksheet`, `sharedStrings`, `styles`, `officeDocument`. */
  readonly kind: string;
  /** Path from the root of the archive. */
  readonly path: string;
}

/** @param folder where the part lies whose relationships these are, with `/` at its end or '' */
export function readRelations(xml: string, folder: string): Relation[] {
  const relations: Relation[] = [];
  scanXml(xml, {
    open: (name, attributes) => {
      if (name !== 'Relationship' || attributes.get('TargetMode') === 'External') return;
      const kind = (attributes.get('Type') ?? '').split('/').pop() ?? '';
      const path = pathOf(attributes.get('Target') ?? '', folder);
      relations.push({ id: attributes.get('Id') ?? '', kind, path });
    },
    close: () => undefined,
    text: () => undefined,
  });
  return relations;
}

function pathOf(target: string, folder: string): string {
  const steps: string[] = [];
  const whole = target.startsWith('/') ? target : folder + target;
  for (const step of whole.split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '' && step !== '.') steps.push(step);
  }
  return steps.join('/');
}

/** Texts by their number; of a text in several fonts all of it, of its phonetic help nothing. */
export function readSharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = '';
  let inText = false;
  let inHelp = false;
  scanXml(xml, {
    open: (name) => {
      if (name === 'si') current = '';
      else if (name === 't') inText = !inHelp;
      else if (name === 'rPh') inHelp = true;
    },
    close: (name) => {
      if (name === 'si') strings.push(unescaped(current));
      else if (name === 't') inText = false;
      else if (name === 'rPh') inHelp = false;
    },
    text: (characters) => {
      if (inText) current += characters;
    },
  });
  return strings;
}

export interface StylesPart {
  /** Id of the number format of each style of a cell. */
  readonly formats: readonly number[];
  /** Codes of the formats that the workbook defines itself. */
  readonly codes: ReadonlyMap<number, string>;
}

export function readStyles(xml: string): StylesPart {
  const formats: number[] = [];
  const codes = new Map<number, string>();
  let inCells = false;
  scanXml(xml, {
    open: (name, attributes) => {
      if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) formats.push(Number(attributes.get('numFmtId') ?? 0));
      else if (name === 'numFmt') {
        codes.set(Number(attributes.get('numFmtId')), attributes.get('formatCode') ?? '');
      }
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
    text: () => undefined,
  });
  return { formats, codes };
}
