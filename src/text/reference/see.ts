/** «Подробнее: Справка, «Что означают статусы»»: the last line of a heading's note. */
export function seeReference(title: string): string {
  return `Подробнее: Справка, «${title.replace(/«/g, '„').replace(/»/g, '“')}»`;
}
