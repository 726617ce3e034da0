import { afterAll, afterEach } from 'vitest';

/*
 * Output that no test asked for is a defect. A test that expects some replaces the method with
 * vi.spyOn(console, …).mockImplementation(…) and looks at the calls.
 */

const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;

const unexpected: string[] = [];

for (const method of METHODS) {
  console[method] = (...values: unknown[]) => {
    unexpected.push(`console.${method}(${values.map(String).join(', ')})`);
  };
}

function failOnOutput(): void {
  const calls = unexpected.splice(0);
  if (calls.length > 0) throw new Error(`Unexpected output:\n${calls.join('\n')}`);
}

afterEach(failOnOutput);
afterAll(failOnOutput);
