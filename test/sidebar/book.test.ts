import { describe, expect, it } from 'vitest';
import { createBookReader } from '../../src/sidebar/book.ts';
import { createServer } from '../../src/sidebar/server.ts';
import { type FakeRun, fakeRun } from './fake-run.ts';
import { bookOf } from './fixtures.ts';

function readable(): FakeRun {
  const fake = fakeRun();
  fake.answer('sidebarReadBook', () => ({ ok: true, value: bookOf([]) }));
  return fake;
}

describe('reader of the book', () => {
  it('reads once for all who ask', async () => {
    const fake = readable();
    const book = createBookReader(createServer(fake.run));
    const [one, other] = await Promise.all([book.read(), book.read()]);
    expect(other).toBe(one);
    expect(await book.read()).toBe(one);
    expect(fake.count('sidebarReadBook')).toBe(1);
  });

  it('reads anew when told to, and after the book was written', async () => {
    const fake = readable();
    const book = createBookReader(createServer(fake.run));
    await book.read();
    await book.refresh();
    expect(fake.count('sidebarReadBook')).toBe(2);
    book.forget();
    await book.read();
    expect(fake.count('sidebarReadBook')).toBe(3);
  });

  it('does not keep a failure', async () => {
    const fake = fakeRun();
    fake.answer('sidebarReadBook', () => ({ ok: false, issue: { code: 'book-busy' } }));
    const book = createBookReader(createServer(fake.run));
    expect(await book.read()).toMatchObject({ ok: false });
    expect(await book.read()).toMatchObject({ ok: false });
    expect(fake.count('sidebarReadBook')).toBe(2);
  });

  it('takes a state that came with another call, until something newer is read or the book is written', async () => {
    const fake = readable();
    const book = createBookReader(createServer(fake.run));
    const state = bookOf([]);
    book.keep(state);
    expect(book.holds(state)).toBe(true);
    expect(await book.read()).toEqual({ ok: true, value: state });
    expect(fake.count('sidebarReadBook')).toBe(0);
    await book.refresh();
    expect(book.holds(state)).toBe(false);
    book.keep(state);
    book.forget();
    expect(book.holds(state)).toBe(false);
  });

  it('does not let a read from before the writing stand for the book after it', async () => {
    const fake = readable();
    const book = createBookReader(createServer(fake.run));
    fake.hold();
    const before = book.read();
    book.forget();
    fake.release();
    await before;
    await book.read();
    expect(fake.count('sidebarReadBook')).toBe(2);
  });
});
