/** Words of the sheet «Справка». */
export function referenceHeadings(): readonly { readonly heading: string; readonly note: string }[] {
  return [
    {
      heading: 'Раздел',
      note: 'Записывает боковая панель: меню «МАХ и УБ ЦОК» → «Справка». Справа — ваши столбцы',
    },
    { heading: 'О чём', note: 'Найти слово на листе: Ctrl+F' },
    { heading: 'Текст', note: 'Краткий пересказ; о праве сверяйтесь с текстом документов' },
    {
      heading: 'Ссылки',
      note: 'Адреса меняются в листе «Настройки»; «уточните» — проверьте перед рассылкой',
    },
  ];
}
