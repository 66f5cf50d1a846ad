/** A net, far beyond what a busy machine takes. */
const longestWait = 30_000;

/** Waits until the value is as expected; then, or when it never is, compares it. */
export async function eventually<T>(read: () => T | Promise<T>, expected: T): Promise<void> {
  const end = Date.now() + longestWait;
  while (JSON.stringify(await read()) !== JSON.stringify(expected) && Date.now() < end) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  expect(await read()).toEqual(expected);
}
