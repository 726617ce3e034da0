import type { Issue } from '../../domain/issues.ts';
import { recordToRow } from '../../domain/record.ts';
import { sampleCok } from '../../sample/cok.ts';
import { sampleDistrict } from '../../sample/district.ts';
import { SAMPLE_OPTIONS } from '../../sample/options.ts';
import type { Server } from '../server.ts';

const FILE_NAME = 'Пример данных';

/**
 * Invents the district here and sends it week by week, МАХ and УБ ЦОК, as ordinary imports.
 * @returns what stopped it; null where all was written
 */
export async function fillSample(
  server: Pick<Server, 'sidebarBeginSample' | 'sidebarImportStatistics' | 'sidebarImportCok'>,
  said: (progress: string) => void,
  options = SAMPLE_OPTIONS,
): Promise<Issue | null> {
  const begun = await server.sidebarBeginSample();
  if (!begun.ok) return begun.issue;
  const weeks = sampleDistrict(options);
  for (const [week, records] of weeks.entries()) {
    said(`Записываем неделю ${week + 1} из ${weeks.length}…`);
    const rows = records.map(recordToRow);
    const written = await server.sidebarImportStatistics({ fileName: FILE_NAME, rows, sample: true });
    if (!written.ok) return written.issue;
    const cok = await server.sidebarImportCok({
      fileName: FILE_NAME,
      date: records[0]?.date ?? '',
      fields: ['loggedIn', 'assigned', 'viewed'],
      schools: sampleCok(records, weeks.length - 1 - week).map(({ id, counts }) => [
        id,
        counts.loggedIn,
        counts.assigned,
        counts.viewed,
      ]),
      aliases: [],
      sample: true,
    });
    if (!cok.ok) return cok.issue;
  }
  return null;
}
