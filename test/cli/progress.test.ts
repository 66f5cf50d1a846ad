import { startProgress } from "../../src/cli/progress";

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean): { readonly isTTY: boolean; readonly write: (text: unknown) => boolean; text: string } {
  const kept = {
    isTTY,
    text: "",
    write: (text: unknown): boolean => {
      kept.text += String(text);
      return true;
    },
  };
  return kept;
}
const written = ({ text }: ReturnType<typeof stream>): string => text;

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("work of less than a second says nothing", () => {
  const terminal = stream(true);
  const progress = startProgress(terminal);
  progress.step("reading");
  jest.advanceTimersByTime(900);
  progress.step("computing");
  progress.hide();
  jest.advanceTimersByTime(5000);
  expect(written(terminal)).toBe("");
});

test("longer work names each step from then on, in one line that is gone at the end", () => {
  const terminal = stream(true);
  const progress = startProgress(terminal);
  progress.step("reading");
  jest.advanceTimersByTime(1000);
  expect(written(terminal)).toBe("\rĐang đọc tệp…\x1B[K");
  progress.step("computing");
  progress.hide();
  expect(written(terminal)).toBe("\rĐang đọc tệp…\x1B[K\rĐang tính…\x1B[K\r\x1B[K");
});

test("a pipe or a file gets nothing", () => {
  const pipe = stream(false);
  const progress = startProgress(pipe);
  progress.step("reading");
  jest.advanceTimersByTime(5000);
  progress.step("writing");
  progress.hide();
  expect(written(pipe)).toBe("");
});
