import type { Context } from '../context.ts';
import { Emulated } from '../emulated.ts';
import { ServiceException } from '../errors.ts';
import { RangeService } from './range.ts';

export class NamedRangeService extends Emulated {
  readonly platformName = 'NamedRange';
  private readonly context: Context;
  private readonly name: string;

  constructor(context: Context, name: string) {
    super();
    this.context = context;
    this.name = name;
  }

  getName(): string {
    return this.name;
  }
  getRange(): RangeService {
    const target = this.context.book.namedRanges.find((named) => named.name === this.name)?.target;
    if (target == null) throw new ServiceException('Range not found');
    return new RangeService(this.context, target);
  }
  setRange(range: RangeService): NamedRangeService {
    const { book, run } = this.context;
    run.write(() =>
      book.changeBook((state) => {
        state.namedRanges = state.namedRanges.map((named) =>
          named.name === this.name ? { ...named, target: range.area } : named,
        );
      }),
    );
    return this;
  }
  remove(): void {
    const { book, run } = this.context;
    run.write(() =>
      book.changeBook((state) => {
        state.namedRanges = state.namedRanges.filter((named) => named.name !== this.name);
      }),
    );
  }
}
