/** Whoever waits for the page to answer is heard between two long pieces of work. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
