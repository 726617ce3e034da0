/** Words of «Журнал». */
export function logHeadings(): readonly { readonly heading: string; readonly note: string }[] {
  return [
    { heading: 'когда', note: 'День и час записи; новые записи сверху' },
    { heading: 'кто', note: 'Роль или короткий код, выбранный в боковой панели; без фамилий' },
    { heading: 'что', note: 'Что сделано: импорт, отмена, отметка, текст школе' },
    { heading: 'школа', note: 'О какой школе речь; пусто, если обо всех' },
    { heading: 'было → стало', note: 'Что изменилось' },
    { heading: 'сведения', note: 'Подробности: файл, числа, предупреждения' },
    { heading: 'ID организация', note: 'По нему надстройка узнаёт школу' },
  ];
}

/** What the column «что» says of each kind of entry. */
export function logKindWords() {
  return {
    import: 'Импорт статистики',
    cok: 'Импорт УБ ЦОК',
    undo: 'Отмена импорта',
    tick: 'Отметка',
    text: 'Текст школе',
  };
}
