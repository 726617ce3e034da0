import type { Context } from '../context.ts';
import { platformEnum } from '../enums.ts';
import { HtmlServiceService } from './html.ts';
import { LockServiceService } from './lock.ts';
import { LoggerService, ScriptAppService, SessionService } from './script.ts';
import { SpreadsheetAppService } from './spreadsheet-app.ts';
import { CacheServiceService, PropertiesServiceService } from './stores.ts';
import { UtilitiesService } from './utilities.ts';

/** Everything that the platform puts into a script's global scope, as far as it is emulated. */
export function platformServices(context: Context): Readonly<Record<string, unknown>> {
  return {
    SpreadsheetApp: new SpreadsheetAppService(context),
    HtmlService: new HtmlServiceService(context),
    LockService: new LockServiceService(context),
    PropertiesService: new PropertiesServiceService(context),
    CacheService: new CacheServiceService(context),
    Utilities: new UtilitiesService(context),
    Session: new SessionService(context),
    ScriptApp: new ScriptAppService(context),
    Logger: new LoggerService(context),
    Charts: { ChartType: platformEnum('ChartType'), Position: platformEnum('Position') },
  };
}
