import type { Issue } from '../domain/issues.ts';
import { sentenceOf } from '../text/issues/sentences.ts';

/** Troubles between browser and server that only the sidebar can meet, by the platform's words, English or Russian. */
const PLATFORM_TROUBLES: readonly { readonly sign: RegExp; readonly sentence: string }[] = [
  {
    sign: /PERMISSION_DENIED|Action not allowed|not authori[sz]ed|Authori[sz]ation is required|авторизац/i,
    sentence:
      'Google не пустил панель к таблице. Так бывает, когда в браузере открыто несколько учётных ' +
      'записей Google. Выйдите из остальных или откройте таблицу в окне инкогнито под той записью, ' +
      'у которой есть к ней доступ, и повторите.',
  },
  {
    sign: /NetworkError|Connection failure|HTTP 0|Failed to fetch/i,
    sentence:
      'Связь с Google прервалась. Проверьте интернет и повторите: если данные уже записались, ' +
      'повторная запись ничего не испортит.',
  },
  {
    sign: /maximum execution time|timed? ?out|время выполнения|server error occurred|сервере произошла ошибка/i,
    sentence:
      'Google не успел ответить. Повторите через минуту: если данные уже записались, повторная ' +
      'запись ничего не испортит.',
  },
];

/** The sentence of an issue; a platform's trouble in words that say what to do. */
export function sentenceFor(issue: Issue): string {
  if (issue.code !== 'unexpected') return sentenceOf(issue);
  const trouble = PLATFORM_TROUBLES.find(({ sign }) => sign.test(issue.detail));
  return trouble?.sentence ?? sentenceOf(issue);
}
