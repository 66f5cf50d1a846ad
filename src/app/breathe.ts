/** Lets the screen show the step and the user press a button before the next piece of work. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, 0);
  });
}
