/** A failure that a person can act on; message is one Vietnamese sentence. */
export class HostError extends Error {
  override readonly name = "HostError";
}
