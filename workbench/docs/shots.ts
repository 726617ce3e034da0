/** Pictures that `npm run screenshots` takes for docs/guide.ru.md. */
export type Shot =
  | 'first-steps'
  | 'import'
  | 'schools'
  | 'summary'
  | 'texts'
  | 'checklists'
  | 'cok'
  | 'reference';

export const SHOTS: readonly { readonly name: Shot; readonly book: 'empty' | 'sample' }[] = [
  { name: 'first-steps', book: 'empty' },
  { name: 'import', book: 'empty' },
  { name: 'schools', book: 'sample' },
  { name: 'summary', book: 'sample' },
  { name: 'texts', book: 'sample' },
  { name: 'checklists', book: 'sample' },
  { name: 'cok', book: 'sample' },
  { name: 'reference', book: 'sample' },
];
