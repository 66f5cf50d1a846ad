/** Serves one folder to this machine alone: for npm start, trials in Excel and tests. */
import { createReadStream, statSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { extname, join, sep } from "node:path";

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "text/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};
const otherType = "application/octet-stream";

/** Answers GET and HEAD with the folder's files; "/" leads to startPage. */
export function filesOf(folder: string, startPage: string): RequestListener {
  return (request, response) => {
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { Allow: "GET, HEAD" }).end();
      return;
    }
    const path = pathOf(request.url ?? "/");
    if (path === "/") {
      response.writeHead(302, { Location: startPage }).end();
      return;
    }
    const file = path === null ? null : fileWithin(folder, path);
    if (file === null) {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" }).end("404");
      return;
    }
    response.writeHead(200, {
      "Content-Type": types[extname(file.path)] ?? otherType,
      "Content-Length": file.size,
      "Cache-Control": "no-cache",
      "X-Content-Type-Options": "nosniff",
    });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    createReadStream(file.path)
      .on("error", () => response.destroy())
      .pipe(response);
  };
}

/** Opens the server for this machine on the first free port of the list; gives the port, null where all are taken. */
export async function listenLocally(server: Server, ports: readonly number[]): Promise<number | null> {
  for (const port of ports) {
    const opened = await new Promise<number | null>((resolve, reject) => {
      const failed = (error: NodeJS.ErrnoException): void => {
        if (error.code === "EADDRINUSE" || error.code === "EACCES") resolve(null);
        else reject(error);
      };
      server.once("error", failed);
      server.listen(port, "127.0.0.1", () => {
        server.off("error", failed);
        const address = server.address();
        resolve(address !== null && typeof address === "object" ? address.port : port);
      });
    });
    if (opened !== null) return opened;
  }
  return null;
}

function pathOf(url: string): string | null {
  try {
    const path = decodeURIComponent(url.replace(/[?#].*$/s, ""));
    return path.startsWith("/") && !path.includes("\0") ? path : null;
  } catch {
    return null;
  }
}

function fileWithin(folder: string, path: string): { readonly path: string; readonly size: number } | null {
  const whole = join(folder, path);
  if (!whole.startsWith(folder + sep)) return null;
  const found = statSync(whole, { throwIfNoEntry: false });
  return found?.isFile() === true ? { path: whole, size: found.size } : null;
}
