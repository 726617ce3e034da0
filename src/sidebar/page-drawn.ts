/** Lets the page show what it was given, and take a key, before something long takes the thread. */
export function pageDrawn(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
