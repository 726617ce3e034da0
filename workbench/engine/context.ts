import type { CalculatorHost } from '../apps-script/calculator.ts';

/** Under this key the model's functions find the host of their book. */
const HOST = 'appsScriptHost';

export function customContext(host: CalculatorHost): Record<string, CalculatorHost> {
  return { [HOST]: host };
}

/** `evaluation` is the `this` of a function of the engine; null in a model without a host. */
export function hostOf(evaluation: Readonly<Record<string, unknown>>): CalculatorHost | null {
  const custom = evaluation[HOST];
  return isHost(custom) ? custom : null;
}

function isHost(candidate: unknown): candidate is CalculatorHost {
  return typeof candidate === 'object' && candidate !== null && 'callCustomFunction' in candidate;
}
