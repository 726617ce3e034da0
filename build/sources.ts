import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** What the build reads. All paths are absolute. */
export interface Sources {
  /** Its exports become the custom functions of the spreadsheet. */
  readonly cellsEntry: string;
  /** Its exports become menu handlers, triggers and the calls of the sidebar. */
  readonly serverEntry: string;
  /** Holds index.html, style.css and main.ts. */
  readonly sidebarFolder: string;
  readonly manifest: string;
}

export const SOURCES: Sources = {
  cellsEntry: path.join(ROOT, 'src/cells/entry.ts'),
  serverEntry: path.join(ROOT, 'src/server/entry.ts'),
  sidebarFolder: path.join(ROOT, 'src/sidebar'),
  manifest: path.join(ROOT, 'appsscript.json'),
};

export const DIST_FOLDER = path.join(ROOT, 'dist');
