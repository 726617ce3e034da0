import { registries } from './o-spreadsheet.ts';

/**
 * A filter is a table of the engine, without a style. The engine makes an object for the look of each
 * of its cells, sixty thousand of them, after every edit; nothing comes of it where there is no style.
 */

/** The engine's name for none. */
export const NO_STYLE = 'None';

interface Table {
  readonly config: { readonly styleId: string };
}

interface StylePlugin {
  computeTableStyle(sheetId: string, table: Table): () => object;
}

function isStylePlugin(candidate: object): candidate is StylePlugin {
  return 'computeTableStyle' in candidate;
}

for (const { prototype } of registries.statefulUIPluginRegistry.getAll()) {
  const plugin: object = prototype;
  if (!isStylePlugin(plugin)) continue;
  const compute = plugin.computeTableStyle;
  plugin.computeTableStyle = function computeTableStyle(this: StylePlugin, sheetId, table): () => object {
    if (table.config.styleId === NO_STYLE) return () => ({ styles: {}, borders: {} });
    return compute.call(this, sheetId, table);
  };
}
