import { describe, expect, it } from 'vitest';
import { sentenceFor } from '../../src/sidebar/failure.ts';
import { sentenceOf } from '../../src/text/issues/sentences.ts';

describe('sentences of the platform’s troubles', () => {
  it.each([
    ['PERMISSION_DENIED', 'несколько учётных записей Google'],
    ['We’re sorry, a server error occurred: Action not allowed', 'несколько учётных записей Google'],
    ['Authorization is required to perform that action.', 'несколько учётных записей Google'],
    ['NetworkError: Connection failure due to HTTP 0', 'Связь с Google прервалась'],
    ['Exceeded maximum execution time', 'Google не успел ответить'],
    ['Превышено максимальное время выполнения', 'Google не успел ответить'],
    ['We’re sorry, a server error occurred. Please wait a bit and try again.', 'Google не успел ответить'],
    ['К сожалению, на сервере произошла ошибка. Повторите попытку позже.', 'Google не успел ответить'],
    ['Для выполнения этого действия необходима авторизация.', 'несколько учётных записей Google'],
  ])('%s', (detail, part) => {
    expect(sentenceFor({ code: 'unexpected', detail })).toContain(part);
  });

  it.each([
    ['an unknown trouble', { code: 'unexpected', detail: 'TypeError: x is not a function' } as const],
    ['an issue of the server', { code: 'book-busy' } as const],
    ['an issue whose data look like a trouble', { code: 'request-invalid', detail: 'HTTP 0' } as const],
  ])('leaves to src/text: %s', (_note, issue) => {
    expect(sentenceFor(issue)).toBe(sentenceOf(issue));
  });
});
