import { writeFileSync } from 'node:fs';
import { functionsPage } from './page.ts';

writeFileSync(new URL('../../docs/functions.ru.md', import.meta.url), functionsPage());
