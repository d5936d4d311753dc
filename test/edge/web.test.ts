import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { webEdge } from "../../src/edge/web.js";
import { request } from "../../src/edge/web-request.js";

const routes: Record<string, RequestListener> = {
  "/page": (_, response) => response.setHeader("content-type", "text/html; charset=utf-8").end("<p>Cook</p>"),
  "/latin": (_, response) =>
    response.setHeader("content-type", "text/html; charset=iso-8859-1").end(Buffer.from("caf\xe9", "latin1")),
  "/gzip": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("packed")),
  "/bomb": (_, response) =>
    response.setHeader("content-encoding", "gzip").end(gzipSync(Buffer.alloc(40 * 1024 * 1024))),
  "/cut": (_, response) => response.setHeader("content-encoding", "gzip").end(gzipSync("packed").subarray(0, 12)),
  "/odd": (_, response) => response.setHeader("content-encoding", "zstd").end("x"),
  "/empty": (_, response) => response.end(),
  "/picture": (_, response) => response.setHeader("content-type", "image/png").end("x"),
  "/moved": (_, response) => response.writeHead(302, { location: "/page" }).end(),
  "/loop": (_, response) => response.writeHead(301, { location: "/loop" }).end(),
  "/file": (_, response) => response.writeHead(302, { location: "file:///etc/passwd" }).end(),
  "/wall": (_, response) => response.writeHead(302, { location: "/login?next=x" }).end(),
  "/login": (_, response) => response.end("<p>Log in</p>"),
  "/silent": () => undefined,
  "/stalled": (_, response) => response.write("<p>"),
  "/headers": (incoming, response) => response.end(JSON.stringify(incoming.headers)),
};

let server: Server;
let base = "";
beforeAll(async () => {
  server = createServer((incoming, response) => {
    const path = incoming.url?.split("?")[0] ?? "";
    const status = /^\/status\/(\d+)$/.exec(path)?.[1];
    if (status !== undefined) response.writeHead(Number(status)).end("no");
    else routes[path]?.(incoming, response);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const text = async (path: string) => Buffer.from((await webEdge().fetch(base + path)).bytes).toString();

describe("webEdge", () => {
  it("gives the page under the typed name, and follows redirects", async () => {
    const page = await webEdge().fetch(`${base}/moved`);
    expect(page).toMatchObject({ name: `${base}/moved`, contentType: "text/html; charset=utf-8" });
    expect(Buffer.from(page.bytes).toString()).toBe("<p>Cook</p>");
  });

  it("unpacks, and writes again in UTF-8 what the header says is not", async () => {
    expect([await text("/gzip"), await text("/latin")]).toEqual(["packed", "\ufeffcafé"]);
  });

  it("says who it is and nothing about the user", async () => {
    const sent = JSON.parse(await text("/headers"));
    expect(sent["user-agent"]).toMatch(/^resumelaw\/\d+\.\d+\.\d+$/);
    expect(Object.keys(sent).sort()).toEqual([
      "accept",
      "accept-encoding",
      "accept-language",
      "connection",
      "host",
      "user-agent",
    ]);
  });

  it.each([
    ["/bomb", "more than 10 MB"],
    ["/cut", "could not be fetched"],
    ["/odd", "not understood"],
    ["/empty", "empty page"],
    ["/picture", "image/png"],
    ["/loop", "more than 5 times"],
    ["/file", "not a web page"],
    ["/wall", "asks for a login"],
    ["/status/404", "is not there"],
    ["/status/403", "does not let programs read it"],
    ["/status/429", "no more requests"],
    ["/status/999", "does not let programs read it"],
    ["/status/503", "has a fault"],
  ])("fails at %s with words a user understands", async (path, message) => {
    await expect(webEdge().fetch(base + path)).rejects.toMatchObject({
      name: "UserError",
      kind: "input",
      message: expect.stringContaining(message),
    });
  });

  it.each(["/silent", "/stalled"])("gives up at the deadline: %s", async (path) => {
    await expect(webEdge({ ms: 150, hops: 5 }).fetch(base + path)).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("did not answer"),
    });
  });

  it.each(["/silent", "/stalled"])("ends at once when the user interrupts: %s", async (path) => {
    const controller = new AbortController();
    const reason = new Error("interrupted");
    setTimeout(() => controller.abort(reason), 50);
    await expect(webEdge().fetch(base + path, controller.signal)).rejects.toBe(reason);
  });

  it.each(["ftp://example.com/x", "file:///etc/passwd", "data:text/html,x", "nonsense"])(
    "takes web addresses alone: %s",
    async (url) => {
      await expect(webEdge().fetch(url)).rejects.toMatchObject({ kind: "usage" });
    },
  );

  it("says that nothing answers", async () => {
    await expect(webEdge().fetch("http://127.0.0.1:1/")).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("Nothing answers"),
    });
  });
});

describe("a redirect from the internet", () => {
  it.each(["127.0.0.1", "localhost", "[::ffff:127.0.0.1]", "2130706433", "0x7f.1", "0"])(
    "does not reach this machine as %s",
    async (host) => {
      const { port } = server.address() as AddressInfo;
      const attempt = request(
        new URL(`http://${host}:${port}/page`),
        "https://jobs.example.com/1",
        true,
        AbortSignal.timeout(5000),
      );
      await expect(attempt).rejects.toMatchObject({
        kind: "input",
        message: expect.stringContaining("private network"),
      });
    },
  );
});
