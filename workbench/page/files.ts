import type { Model } from '../engine/o-spreadsheet.ts';
import { type ZipEntry, zip } from './zip.ts';

function download(name: string, blob: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}

export function downloadBook(name: string, saved: string): void {
  download(`${name}.book.json`, new Blob([saved], { type: 'application/json' }));
}

/** Asks for a file; null when the person changed her mind. */
export function chooseBook(): Promise<string | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.accept = '.json,application/json';
  return new Promise((resolve) => {
    input.addEventListener('cancel', () => resolve(null));
    input.addEventListener('change', () => {
      const file = input.files?.[0];
      if (file === undefined) resolve(null);
      else void file.text().then(resolve);
    });
    input.click();
  });
}

export async function downloadWorkbook(name: string, model: Model): Promise<void> {
  const { files } = await model.exportXLSX();
  const encoder = new TextEncoder();
  const entries = files.flatMap((file): ZipEntry[] =>
    'content' in file ? [{ path: file.path, content: encoder.encode(file.content) }] : [],
  );
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  download(`${name}.xlsx`, new Blob([zip(entries)], { type }));
}
