/** What people put into a sheet of ours that goes with the invented district of «Пример данных». */
export interface SampleTrace {
  readonly sheet: string;
  /**
   * - `cells`: something among our cells
   * - `columns`, `rows`: of their own
   * - `hand`: values that are people's to set (ticks, coordinators, settings)
   */
  readonly what: 'cells' | 'columns' | 'rows' | 'hand';
}
