/** Turns excelize's returned errors into thrown ones. */
export function must<T extends { error: string | null }>(result: T): T {
  if (result.error !== null) {
    throw new Error(result.error);
  }
  return result;
}
