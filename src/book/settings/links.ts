import { LINK_KEYS, LINKS, type LinkAddresses } from '../../text/links.ts';
import { linkSettingWords } from '../../text/sheets/link-settings.ts';
import { textCell } from '../cells.ts';
import type { SettingArea } from './row.ts';
import type { SettingValues } from './values.ts';

const PREFIX = 'link.';
const LONGEST = 2000;

/** Addresses that texts, checklists and «Справка» point to. */
export const LINK_SETTINGS: SettingArea = {
  rows: LINK_KEYS.map((key) => ({ code: PREFIX + key, kind: 'text', initial: textCell(LINKS[key].address) })),
  words: linkSettingWords,
};

/** Only the addresses that differ from the defaults; a blank cell means the default. */
export function readLinks(values: SettingValues): LinkAddresses {
  const addresses: Record<string, string> = {};
  for (const key of LINK_KEYS) {
    const address = values.text(PREFIX + key);
    if (address === '' || address === LINKS[key].address) continue;
    if (/^https?:\/\/\S+$/.test(address) && address.length <= LONGEST) addresses[key] = address;
    else values.refuse(PREFIX + key, 'адрес, который начинается с https:// и не содержит пробелов');
  }
  return addresses;
}
