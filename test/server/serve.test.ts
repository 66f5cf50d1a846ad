/** The server of npm start, over a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { filesOf, listenLocally } from "../../src/server/static-server";

let folder: string;
let server: Server;
let port: number;

beforeAll(async () => {
  const parent = mkdtempSync(join(tmpdir(), "par-index-serve-"));
  folder = join(parent, "dist");
  mkdirSync(join(folder, "scripts"), { recursive: true });
  writeFileSync(join(parent, "secret.txt"), "not for the web");
  writeFileSync(`${folder}-other`, "a neighbour whose name begins alike");
  writeFileSync(join(folder, "standalone.html"), "<!doctype html>");
  writeFileSync(join(folder, "scripts", "a.1234.js"), "1;");
  writeFileSync(join(folder, "ironcalc.wasm"), Buffer.from([0, 0x61, 0x73, 0x6d]));
  mkdirSync(join(folder, "icons"));
  mkdirSync(join(folder, "page.html"));
  writeFileSync(join(folder, "icons", "icon-32.png"), "png");
  writeFileSync(join(folder, ".hidden.html"), "not for the web");
  symlinkSync(join(parent, "secret.txt"), join(folder, "link.txt"));
  symlinkSync(parent, join(folder, "linked"));
  server = createServer(filesOf(folder, "/standalone.html"));
  port = (await listenLocally(server, [0])) ?? 0;
});

afterAll(() => {
  server.close();
  rmSync(join(folder, ".."), { recursive: true });
});

/** By hand, since fetch would tidy the path before it asks. */
function get(
  path: string,
  method = "GET",
  host?: string,
): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    request(
      { host: "127.0.0.1", port, path, method, agent: false, ...(host === undefined ? {} : { headers: { host } }) },
      (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) });
        });
      },
    )
      .on("error", reject)
      .end();
  });
}

test("a page and its scripts arrive with their types, whatever the query", async () => {
  expect((await get("/standalone.html?mau")).headers["content-type"]).toBe("text/html; charset=utf-8");
  const script = await get("/scripts/a.1234.js");
  expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
  expect(script.body.toString()).toBe("1;");
});

test("the library that computes formulas arrives as a program", async () => {
  const library = await get("/ironcalc.wasm");
  expect(library.headers["content-type"]).toBe("application/wasm");
  expect([...library.body]).toEqual([0, 0x61, 0x73, 0x6d]);
});

test("the bare address leads to the standalone page", async () => {
  const answer = await get("/");
  expect([answer.status, answer.headers["location"]]).toEqual([302, "/standalone.html"]);
});

test.each(["/../secret.txt", "/%2e%2e/secret.txt", "/scripts/../../secret.txt", "/../dist-other", "/%00", "/%E0%A4%A"])(
  "nothing outside the folder is served: %s",
  async (path) => {
    expect((await get(path)).status).toBe(404);
  },
);

test("a folder, a missing file and a request to write are refused", async () => {
  expect((await get("/scripts")).status).toBe(404);
  expect((await get("/missing.js")).status).toBe(404);
  expect((await get("/standalone.html", "POST")).status).toBe(405);
});

test.each([
  ...[
    "/standalone.html/",
    "/standalone.html/x",
    "//",
    "///",
    "/scripts/",
    "/.hidden.html",
    "/link.txt",
    "/linked/secret.txt",
  ],
  ...[
    "/scripts/..",
    "/%2e",
    "/%5c..%5csecret.txt",
    "/%",
    "/%25",
    `/${"a".repeat(300)}`,
    `/${"a/".repeat(5000)}`,
    "/page.html",
  ],
])("is no file and ends nothing (%#)", async (path) => {
  expect((await get(path)).status).toBe(404);
  expect((await get("/standalone.html")).status).toBe(200);
});

test.each(["HEAD", "POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PROPFIND"])("%s ends nothing", async (method) => {
  const answer = await get("/standalone.html", method);
  expect([answer.status, answer.body.length > 0]).toEqual(method === "HEAD" ? [200, false] : [405, true]);
});

test.each([
  "",
  "x\r\n\r\n",
  "GET\r\n\r\n",
  "GET /standalone.html HTTP/1.1\r\n\r\n",
  "GET http://other.example/ HTTP/1.1\r\nHost: localhost\r\n\r\n",
  `GET / HTTP/1.1\r\nHost: localhost\r\nX: ${"y".repeat(200_000)}\r\n\r\n`,
  "GET /standalone.html HTTP/1.1\r\nHost: localhost\r\nRange: bytes=5-1\r\n\r\n",
  "\u0000\u0001\u0002",
])("a visitor who speaks otherwise and leaves ends nothing (%#)", async (text) => {
  await new Promise<void>((resolve) => {
    const socket = connect(port, "127.0.0.1", () => {
      socket.write(text, () => {
        socket.destroy();
      });
    });
    socket.on("error", () => undefined);
    socket.on("close", () => {
      resolve();
    });
  });
  expect((await get("/standalone.html")).status).toBe(200);
});

test("only who asks for this machine by its own name is answered", async () => {
  for (const host of ["localhost", `localhost:${String(port)}`, "127.0.0.1", `[::1]:${String(port)}`, "LOCALHOST"]) {
    expect([host, (await get("/standalone.html", "GET", host)).status]).toEqual([host, 200]);
  }
  for (const host of ["other.example", `other.example:${String(port)}`, "localhost.other.example", "localhost:1"]) {
    expect([host, (await get("/standalone.html", "GET", host)).status]).toEqual([host, 421]);
  }
});

test("icons may be kept, as Excel on Windows wants it; all else is asked for anew", async () => {
  expect((await get("/icons/icon-32.png")).headers["cache-control"]).toBeUndefined();
  expect((await get("/standalone.html")).headers["cache-control"]).toBe("no-cache");
});

test("only this machine is served, and a taken port is passed over", async () => {
  expect(server.address()).toMatchObject({ address: "127.0.0.1" });
  const second = createServer(filesOf(folder, "/standalone.html"));
  const free = await listenLocally(second, [port, 0]);
  expect(free).not.toBe(port);
  expect(free).toBeGreaterThan(0);
  second.close();
});
