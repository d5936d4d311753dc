import { execFileSync, spawnSync } from "node:child_process";
import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { filesEdge } from "../../src/edge/files.js";
import { readStandardInput } from "../../src/edge/read-file.js";

const files = filesEdge();
let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "resumelaw-files-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("read", () => {
  it("gives the bytes with the name", async () => {
    const path = join(folder, "cv.txt");
    writeFileSync(path, "Rosa");
    expect(await files.read(path)).toEqual({ name: path, bytes: Buffer.from("Rosa") });
  });

  it.each([
    ["a missing file", () => join(folder, "none.txt"), "There is no file"],
    ["a folder", () => folder, "is a folder"],
    ["a device that never ends", () => "/dev/zero", "is a device"],
    ["an empty file", () => made("empty.txt", ""), "is empty"],
    ["a file that is too large", () => made("large.txt", Buffer.alloc(10 * 1024 * 1024 + 1)), "more than 10 MB"],
  ])("refuses %s", async (_name, path, message) => {
    await expect(files.read(path())).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining(message),
    });
  });

  it("does not wait at a named pipe", async () => {
    const path = join(folder, "pipe");
    execFileSync("mkfifo", [path]);
    await expect(files.read(path)).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("named pipe"),
    });
  });

  it("reads standard input up to the same limit and refuses a terminal", async () => {
    expect(await readStandardInput(Readable.from([Buffer.from("Rosa "), Buffer.from("Blum")]))).toEqual(
      Buffer.from("Rosa Blum"),
    );
    const endless = Readable.from(
      (function* () {
        for (;;) yield Buffer.alloc(1024 * 1024);
      })(),
    );
    await expect(readStandardInput(endless)).rejects.toMatchObject({
      message: expect.stringContaining("more than 10 MB"),
    });
    await expect(readStandardInput(Readable.from([]))).rejects.toMatchObject({
      message: expect.stringContaining("empty"),
    });
    const terminal = Object.assign(Readable.from([]), { isTTY: true });
    await expect(readStandardInput(terminal)).rejects.toMatchObject({ message: expect.stringContaining("terminal") });
  });
});

describe("write", () => {
  it("makes the folder and leaves nothing but the file", async () => {
    const path = join(folder, "a", "b", "cv.md");
    await files.write(path, "Rosa");
    expect(readdirSync(join(folder, "a", "b"))).toEqual(["cv.md"]);
    expect(readFileSync(path, "utf8")).toBe("Rosa");
  });

  it("never replaces a file unless forced", async () => {
    const path = made("old.md", "old");
    await expect(files.write(path, "new")).rejects.toMatchObject({
      kind: "usage",
      hint: expect.stringContaining("--force"),
    });
    expect(readFileSync(path, "utf8")).toBe("old");
    await files.write(path, "new", { force: true });
    expect(readFileSync(path, "utf8")).toBe("new");
  });

  it("lets only one of many writers have the name", async () => {
    const path = join(folder, "race.md");
    const results = await Promise.allSettled(Array.from({ length: 12 }, (_, n) => files.write(path, `writer ${n}`)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(readFileSync(path, "utf8")).toMatch(/^writer \d+$/);
  });

  it("does not follow a planted link", async () => {
    const victim = made("victim.txt", "precious");
    const link = join(folder, "planted.md");
    symlinkSync(victim, link);
    await expect(files.write(link, "new")).rejects.toMatchObject({ kind: "usage" });
    await files.write(link, "new", { force: true });
    expect([readFileSync(victim, "utf8"), lstatSync(link).isSymbolicLink()]).toEqual(["precious", false]);
  });

  it("takes away what a dead process left and keeps what a living one writes", async () => {
    const place = join(folder, "sweep");
    mkdirSync(place);
    const dead = spawnSync(process.execPath, ["-e", ""]).pid;
    writeFileSync(join(place, `.cv.md.${dead}-1-abc123.resumelaw-tmp`), "half");
    writeFileSync(join(place, `.cv.md.${process.ppid}-1-abc123.resumelaw-tmp`), "half");
    await files.write(join(place, "cv.md"), "whole");
    expect(readdirSync(place).sort()).toEqual([`.cv.md.${process.ppid}-1-abc123.resumelaw-tmp`, "cv.md"]);
  });

  it("leaves nothing half written on a full disk", () => {
    const place = join(folder, "full");
    mkdirSync(place);
    const script = `import(${JSON.stringify(new URL("../../dist/edge/files.js", import.meta.url).href)}).then(async ({ filesEdge }) => {
      process.on("SIGXFSZ", () => undefined);
      await filesEdge().write(${JSON.stringify(join(place, "cv.bin"))}, Buffer.alloc(200_000)).catch((e) => console.log(e.name, e.kind, e.message));
    });`;
    const { stdout } = spawnSync(
      "bash",
      ["-c", `ulimit -f 64; exec "$0" --input-type=module -e "$1"`, process.execPath, script],
      { encoding: "utf8" },
    );
    expect(stdout).toContain("UserError input");
    expect(readdirSync(place)).toEqual([]);
  });

  it.each([
    ["a folder of that name", () => folder, "is a folder"],
    ["a file in the way", () => join(made("way.txt", "x"), "cv.md"), "part of its path is a file"],
    ["a name that is too long", () => join(folder, `${"n".repeat(300)}.md`), "too long"],
  ])("says what is wrong with %s", async (_name, path, message) => {
    await expect(files.write(path(), "x")).rejects.toMatchObject({
      kind: "usage",
      message: expect.stringContaining(message),
    });
  });
});

it("exists tells files, folders and dangling links from nothing", async () => {
  symlinkSync(join(folder, "nowhere"), join(folder, "dangling"));
  const paths = [folder, join(folder, "dangling"), join(folder, "nothing"), join(made("f.txt", "x"), "below")];
  expect(await Promise.all(paths.map((path) => files.exists(path)))).toEqual([true, true, false, false]);
});

function made(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}
