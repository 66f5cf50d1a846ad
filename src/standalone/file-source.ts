import { failure } from "../data/host-error";

/** Where a file comes from; read again when the user retries. */
export interface FileSource {
  readonly name: string;
  /** Throws a HostError. */
  readonly read: () => Promise<Uint8Array>;
}

/** The address of the sample beside this page. */
const sampleAddress = "sample-dak-nong-2020.xlsx";

export function fileFromDisk(file: File): FileSource {
  return {
    name: file.name,
    async read() {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (error) {
        throw failure("fileNotRead", { cause: error });
      }
    },
  };
}

export function sampleFile(name: string): FileSource {
  return {
    name,
    async read() {
      try {
        const response = await fetch(new URL(sampleAddress, document.baseURI));
        if (!response.ok) throw new Error(String(response.status));
        return new Uint8Array(await response.arrayBuffer());
      } catch (error) {
        throw failure("sampleMissing", { cause: error });
      }
    },
  };
}
