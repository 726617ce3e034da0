import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { platformEnum } from '../enums.ts';

export class ScriptAppService extends Emulated {
  readonly platformName = 'ScriptApp';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  override properties(): Readonly<Record<string, unknown>> {
    return { AuthMode: platformEnum('AuthMode') };
  }
  getScriptId(): string {
    return this.context.scriptId;
  }
}

export class SessionService extends Emulated {
  readonly platformName = 'Session';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  getScriptTimeZone(): string {
    return this.context.scriptTimeZone;
  }
  getActiveUserLocale(): string {
    return this.context.userLocale;
  }
}

export class LoggerService extends Emulated {
  readonly platformName = 'Logger';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  log(...args: readonly unknown[]): LoggerService {
    this.context.log(args.map(String).join(' '));
    return this;
  }
}
