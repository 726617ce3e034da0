import { type DispatchResult, type Model, registries, UIPlugin } from './o-spreadsheet.ts';

/** A command of the engine, by its type, with whatever that type wants. */
export interface EngineCommand {
  readonly type: string;
  readonly [field: string]: unknown;
}

interface Batch {
  readonly type: typeof BATCH;
  readonly commands: readonly EngineCommand[];
}

type Dispatch = (type: string, payload: object) => DispatchResult;

const BATCH = 'FOLLOW_BOOK';
/** More in one batch costs more than a second one. */
const BATCH_SIZE = 40_000;

/** Results that mean no more than that nothing had to be done. */
const HARMLESS = new Set(['NoChanges', 'Success']);

/**
 * One root command with many inside is evaluated once; single ones would cost a pass over the sheet
 * each. The library's types know only its own commands, hence the wider signature.
 */
class BatchPlugin extends UIPlugin {
  static override getters = [];

  override handle(command: Batch | { readonly type: unknown }): void {
    if (command.type !== BATCH || !('commands' in command)) return;
    const dispatch = this.dispatch as Dispatch;
    for (const inner of command.commands) {
      const result = dispatch(inner.type, inner);
      const reason = result.reasons.find((candidate) => !HARMLESS.has(candidate));
      if (!result.isSuccessful && reason !== undefined) {
        throw new Error(`The engine refused ${JSON.stringify(inner).slice(0, 300)}: ${reason}`);
      }
    }
  }
}
registries.featurePluginRegistry.add('followBook', BatchPlugin);

/** The model's own dispatch with the wider signature. */
export function dispatchTo(model: Model): Dispatch {
  return model.dispatch as Dispatch;
}

export function applyCommands(dispatch: Dispatch, commands: readonly EngineCommand[]): void {
  for (let start = 0; start < commands.length; start += BATCH_SIZE) {
    dispatch(BATCH, { commands: commands.slice(start, start + BATCH_SIZE) });
  }
}
