import { serialiseArguments } from '../apps-script/serialiser.ts';
import type { ToFrame } from './wire.ts';

type SuccessHandler = (value: unknown, user: unknown) => void;
type FailureHandler = (error: Error, user: unknown) => void;

interface Handlers {
  readonly success: SuccessHandler | null;
  readonly failure: FailureHandler | null;
  readonly user: unknown;
}

export interface ScriptRun {
  /** `google.script.run`: any other property is a function of the server. */
  readonly runner: object;
  /** Hands an answer of the server to the handlers of its call. */
  settle(answer: ToFrame): void;
}

/** As the platform's error: its text form is `ScriptError: <message>`. */
function scriptError(message: string): Error {
  const error = new Error(message);
  error.name = 'ScriptError';
  return error;
}

/**
 * @param send tells the server; the arguments are plain data
 * @throws Error at the caller, before anything is sent, for an argument that cannot travel
 */
export function createScriptRun(
  send: (id: number, name: string, args: readonly unknown[]) => void,
): ScriptRun {
  const waiting = new Map<number, Handlers>();
  let lastId = 0;

  const call = (handlers: Handlers, name: string, args: readonly unknown[]): void => {
    const plain = serialiseArguments(args);
    lastId += 1;
    waiting.set(lastId, handlers);
    send(lastId, name, plain);
  };

  // Every setting gives a new runner, as on the platform.
  const runnerWith = (handlers: Handlers): object =>
    new Proxy(
      {},
      {
        get(_target, name) {
          if (typeof name !== 'string') return undefined;
          if (name === 'withSuccessHandler') {
            return (success: SuccessHandler) => runnerWith({ ...handlers, success });
          }
          if (name === 'withFailureHandler') {
            return (failure: FailureHandler) => runnerWith({ ...handlers, failure });
          }
          if (name === 'withUserObject') return (user: unknown) => runnerWith({ ...handlers, user });
          return (...args: readonly unknown[]) => call(handlers, name, args);
        },
      },
    );

  return {
    runner: runnerWith({ success: null, failure: null, user: undefined }),
    settle(answer) {
      const handlers = waiting.get(answer.id);
      waiting.delete(answer.id);
      if (handlers === undefined) return;
      if (answer.kind === 'result') {
        handlers.success?.(answer.value, handlers.user);
        return;
      }
      const error = scriptError(answer.message);
      if (handlers.failure === null) console.error(error);
      else handlers.failure(error, handlers.user);
    },
  };
}
