import { Emulated } from '../emulated.ts';
import type { RangeService } from './range.ts';

/** Several ranges that are written in one call. */
export class RangeListService extends Emulated {
  readonly platformName = 'RangeList';
  private readonly ranges: readonly RangeService[];

  constructor(ranges: readonly RangeService[]) {
    super();
    this.ranges = ranges;
  }

  getRanges(): readonly RangeService[] {
    return this.ranges;
  }
  clearContent(): RangeListService {
    return this.each((range) => range.clearContent());
  }
  setValue(value: unknown): RangeListService {
    return this.each((range) => range.setValue(value));
  }
  setNote(note: string): RangeListService {
    return this.each((range) => range.setNote(note));
  }
  insertCheckboxes(...states: readonly unknown[]): RangeListService {
    return this.each((range) => range.insertCheckboxes(...states));
  }
  check(): RangeListService {
    return this.each((range) => range.check());
  }
  uncheck(): RangeListService {
    return this.each((range) => range.uncheck());
  }
  setBackground(colour: string | null): RangeListService {
    return this.style('setBackground', colour);
  }
  setFontColor(colour: string | null): RangeListService {
    return this.style('setFontColor', colour);
  }
  setFontWeight(weight: string | null): RangeListService {
    return this.style('setFontWeight', weight);
  }
  setNumberFormat(format: string): RangeListService {
    return this.style('setNumberFormat', format);
  }
  setHorizontalAlignment(alignment: string | null): RangeListService {
    return this.style('setHorizontalAlignment', alignment);
  }

  private each(act: (range: RangeService) => unknown): RangeListService {
    for (const range of this.ranges) act(range);
    return this;
  }
  private style(method: string, value: unknown): RangeListService {
    return this.each((range) => {
      const set: unknown = Reflect.get(range, method);
      if (typeof set === 'function') Reflect.apply(set, range, [value]);
    });
  }
}
