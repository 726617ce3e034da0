/** Most schools in one report for the book: a city has about 2,500. */
export const IMPORT_ROW_LIMIT = 5000;

/** Most rows of earlier reports in one request: three years of a district of 130. */
export const OLDER_ROW_LIMIT = 20_000;

/** Characters that a cell of Google Sheets holds. */
export const CELL_TEXT_LIMIT = 50_000;

/** The largest count that is believed: no organisation has more people. */
export const COUNT_LIMIT = 1_000_000;

/** Row issues listed of one code; the rest is only counted. */
export const ISSUES_LISTED = 200;
