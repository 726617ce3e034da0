import { textSettingWords } from '../../text/sheets/text-settings.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

/** Templates of the texts to schools; the sidebar knows the defaults and judges what is written here. */
const TEMPLATES = ['reminder', 'help', 'strict', 'offer', 'thanks', 'district'] as const;

const PREFIX = 'text.';

export const TEXT_SETTINGS: SettingArea = {
  rows: TEMPLATES.map((template) => ({ code: `${PREFIX}${template}`, kind: 'text', initial: '' })),
  words: textSettingWords,
};

/** Name and text of each template that is written, for example `['help', '{школа}: …']`. */
export type WrittenTexts = readonly (readonly [name: string, text: string])[];

export function readTexts(values: SettingValues): WrittenTexts {
  return values.startingWith(PREFIX).filter(([, text]) => text !== '');
}
