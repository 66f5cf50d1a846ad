/** Serves one folder to this machine alone: for npm start, trials in Excel and tests. */
import { readFileSync, realpathSync, statSync } from "node:fs";
import type { RequestListener, Server } from "node:http";
import { extname, join, sep } from "node:path";

const types = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".xml": "text/xml; charset=utf-8",
  ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;
const otherType = "application/octet-stream";

/**
 * Answers GET and HEAD with the folder's files; "/" leads to startPage. Only who asks for this machine by its own name
 * is answered: a page of the internet whose name was made to lead here is not. No request ends the server.
 */
export function filesOf(folder: string, startPage: string): RequestListener {
  return (request, response) => {
    const plain = (status: number, headers: Readonly<Record<string, string>> = {}): void => {
      response.writeHead(status, { "Content-Type": types[".txt"], ...headers }).end(String(status));
    };
    if (!isOwnName(request.headers.host, request.socket.localPort)) return plain(421);
    if (request.method !== "GET" && request.method !== "HEAD") return plain(405, { Allow: "GET, HEAD" });
    const path = pathOf(request.url ?? "/");
    if (path === "/") return plain(302, { Location: startPage });
    const content = path === null ? null : fileWithin(folder, path);
    if (path === null || content === null) return plain(404);
    response.writeHead(200, {
      "Content-Type": typeOf(path),
      "Content-Length": content.length,
      // Excel on Windows shows no ribbon icon that must not be kept.
      ...(isIcon(path) ? {} : { "Cache-Control": "no-cache" }),
      "X-Content-Type-Options": "nosniff",
    });
    response.end(request.method === "HEAD" ? undefined : content);
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

function typeOf(path: string): string {
  return Object.entries(types).find(([ending]) => ending === extname(path))?.[1] ?? otherType;
}

function isOwnName(host: string | undefined, port: number | undefined): boolean {
  const [, name = "", named] = /^(localhost|127\.0\.0\.1|\[::1\])(?::(\d+))?$/i.exec(host ?? "") ?? [];
  return name !== "" && (named === undefined || Number(named) === port);
}

function isIcon(path: string): boolean {
  return /^\/icons\/[^/]+\.png$/.test(path);
}

/** The file's content; null for what is no file of the folder's own: links that lead out of it, hidden files, folders. */
function fileWithin(folder: string, path: string): Buffer | null {
  if (/[/\\]\./.test(path)) return null;
  try {
    const file = realpathSync(join(folder, path));
    const isFile = file.startsWith(realpathSync(folder) + sep) && statSync(file).isFile();
    // Whole at once: what is exchanged while it is read does not end half-way.
    return isFile && !/[/\\]$/.test(path) ? readFileSync(file) : null;
  } catch {
    // Gone, no folder where one is named, a name too long for the disk, not to be read.
    return null;
  }
}
