/** Words of «Тексты». */
export function textsHeadings(): readonly { readonly heading: string; readonly note: string }[] {
  return [
    { heading: 'ID организация', note: 'По нему надстройка узнаёт школу: не меняйте его' },
    { heading: 'Школа', note: 'Краткое название' },
    { heading: 'О чём', note: 'Тон и показатели; пусто, если текст уже не нужен' },
    { heading: 'Данные на', note: 'Дата отчёта, по которому написан текст' },
    {
      heading: 'Текст',
      note: 'Записан из «Тексты школам»; новая запись заменяет его. Справа — ваши столбцы',
    },
  ];
}
