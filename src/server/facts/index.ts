import { CHOICE_FACTS } from './choice.ts';
import type { Fact } from './fact.ts';
import { INPUT_FACTS } from './input.ts';
import { LOOK_FACTS } from './look.ts';
import { RANGE_FACTS } from './range.ts';
import { RELIED_FACTS } from './relied.ts';
import { SERVICE_FACTS } from './services.ts';
import { SHEET_FACTS } from './sheet.ts';

export type { Fact, Plain } from './fact.ts';

/** Everything that is said about the platform, each row to be tried on an empty scratch sheet. */
export const FACTS: readonly Fact[] = [
  ...RELIED_FACTS,
  ...INPUT_FACTS,
  ...RANGE_FACTS,
  ...LOOK_FACTS,
  ...SHEET_FACTS,
  ...CHOICE_FACTS,
  ...SERVICE_FACTS,
];
