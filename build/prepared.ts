import { basename } from 'node:path';
import vm from 'node:vm';
import { build, type Plugin } from 'esbuild';

const GLOBAL = 'prepared';

/**
 * Modules `*.prepared.ts` export functions without parameters that give plain JSON. They are called
 * while the add-on is built, so that a bundle carries what they give and nothing of how it is made.
 */
export const PREPARED: Plugin = {
  name: 'prepared',
  setup({ onLoad }) {
    onLoad({ filter: /\.prepared\.ts$/ }, async ({ path }) => {
      const { outputFiles } = await build({
        entryPoints: [path],
        bundle: true,
        write: false,
        format: 'iife',
        globalName: GLOBAL,
        charset: 'utf8',
        logLevel: 'silent',
      });
      const context: Record<string, unknown> = {};
      vm.runInNewContext(outputFiles[0]?.text ?? '', context);
      const exported: unknown = context[GLOBAL];
      const functions = Object.entries(Object(exported) as Record<string, () => unknown>);
      const callOf = (name: string, make: () => unknown): unknown => {
        try {
          return make();
        } catch (error) {
          const reason = error instanceof Error ? error.message : String(error);
          throw new Error(
            `${name}() of ${basename(path)} failed while it was prepared: ${reason}. First see what \`npm run typecheck\` says.`,
          );
        }
      };
      return {
        contents: functions
          .map(([name, make]) => {
            const json = JSON.stringify(callOf(name, make));
            return `export function ${name}() { return JSON.parse(${JSON.stringify(json)}); }`;
          })
          .join('\n'),
        loader: 'js',
      };
    });
  },
};
