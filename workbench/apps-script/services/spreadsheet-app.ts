import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { platformEnum } from '../enums.ts';
import { NotEmulated } from '../errors.ts';
import { ConditionalFormatRuleBuilderService } from './conditional-format.ts';
import { DataValidationBuilderService } from './data-validation.ts';
import type { SheetService } from './sheet.ts';
import { SpreadsheetService } from './spreadsheet.ts';
import { UiService } from './ui.ts';

const ENUMS = `AutoFillSeries BandingTheme BooleanCriteria BorderStyle CopyPasteType DataValidationCriteria
  DeveloperMetadataLocationType DeveloperMetadataVisibility Dimension Direction GroupControlTogglePosition
  InterpolationType ProtectionType RelativeDate SheetType TextDirection WrapStrategy`.split(/\s+/);

export class SpreadsheetAppService extends Emulated {
  readonly platformName = 'SpreadsheetApp';
  private readonly context: Context;

  constructor(context: Context) {
    super();
    this.context = context;
  }

  override properties(): Readonly<Record<string, unknown>> {
    return SPREADSHEET_ENUMS;
  }

  getActiveSpreadsheet(): SpreadsheetService {
    return new SpreadsheetService(this.context);
  }
  getActive(): SpreadsheetService {
    return new SpreadsheetService(this.context);
  }
  getActiveSheet(): SheetService {
    return this.getActive().getActiveSheet();
  }
  setActiveSheet(sheet: SheetService): SheetService {
    return sheet.activate();
  }
  getUi(): UiService {
    return new UiService(this.context);
  }
  flush(): void {
    // `read` kind: entering the call has already flushed the run.
  }
  openById(): never {
    throw new NotEmulated('other spreadsheets than the active one');
  }
  newConditionalFormatRule(): ConditionalFormatRuleBuilderService {
    return new ConditionalFormatRuleBuilderService(this.context);
  }
  newDataValidation(): DataValidationBuilderService {
    return new DataValidationBuilderService(this.context);
  }
}

const SPREADSHEET_ENUMS = Object.freeze(Object.fromEntries(ENUMS.map((name) => [name, platformEnum(name)])));
