import { registries } from './o-spreadsheet.ts';

/**
 * The engine measures the text of every cell to find the height of its row. Only wrapped, broken,
 * turned or resized text can make a row higher, so the rest is not measured.
 */

/** Pixels of a row of which nothing else is known. */
export const DEFAULT_ROW_HEIGHT = 23;

interface MeasuredCell {
  readonly isFormula: boolean;
  readonly content?: string;
  readonly style?: { readonly wrapping?: string; readonly fontSize?: number; readonly rotation?: number };
}

interface HeightPlugin {
  readonly getters: { getCell(position: object): MeasuredCell | undefined };
  getCellHeight(position: object): number;
}

function isOneLine(cell: MeasuredCell | undefined): boolean {
  if (cell === undefined) return true;
  const { wrapping, fontSize, rotation } = cell.style ?? {};
  if (wrapping === 'wrap' || fontSize !== undefined || rotation !== undefined) return false;
  return cell.isFormula || cell.content?.includes('\n') !== true;
}

function isHeightPlugin(candidate: object): candidate is HeightPlugin {
  return 'getCellHeight' in candidate && 'initializeSheet' in candidate;
}

for (const { prototype } of registries.coreViewsPluginRegistry.getAll()) {
  const plugin: object = prototype;
  if (!isHeightPlugin(plugin)) continue;
  const measure = plugin.getCellHeight;
  plugin.getCellHeight = function getCellHeight(this: HeightPlugin, position: object): number {
    return isOneLine(this.getters.getCell(position)) ? DEFAULT_ROW_HEIGHT : measure.call(this, position);
  };
}
