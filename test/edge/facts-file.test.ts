import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { changeFacts, factsPath, loadFacts, noFacts, ownerOf, readFacts } from "../../src/edge/facts-file.js";
import { withFact } from "../../src/rewrite/facts.js";
import { parsed } from "../rewrite/model-task.js";

const home = (): string => mkdtempSync(join(tmpdir(), "resumelaw-facts-"));
const fact = (text: string) => ({ text, owner: null, entry: null, at: "2026-11-23T10:00:00.000Z", origin: "test" });
const add = (folder: string, text: string) => changeFacts(folder, (file) => withFact(file, fact(text)));

describe("the facts file", () => {
  it("is made readable by its owner alone, in a folder that may not be there yet", async () => {
    const folder = join(home(), "new", "home");
    await add(folder, "one");
    expect(statSync(factsPath(folder)).mode & 0o777).toBe(0o600);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect((await readFacts(folder)).facts.map(({ id, text }) => `${id} ${text}`)).toEqual(["f1 one"]);
  });

  it("is none where nothing was kept", async () => {
    expect(await readFacts(home())).toEqual(noFacts);
  });

  it.each([
    ["{ broken", /not valid JSON/],
    ['{"schema":"resumelaw/facts@9","last":0,"facts":[]}', /kind this version knows/],
    [Buffer.from([0x7b, 0xff, 0xfe]), /UTF-8/],
    ["", /cannot be read/],
  ])("that cannot be used (%j) is refused and left as it is", async (content, message) => {
    const folder = home();
    writeFileSync(factsPath(folder), content);
    await expect(readFacts(folder)).rejects.toMatchObject({
      kind: "settings",
      message: expect.stringMatching(message),
    });
    await expect(add(folder, "one")).rejects.toMatchObject({ kind: "settings" });
    expect(readFileSync(factsPath(folder)).equals(Buffer.from(content))).toBe(true);
  });

  it("loses nothing of many changes at once", async () => {
    const folder = home();
    await Promise.all(Array.from({ length: 12 }, (_, at) => add(folder, `fact ${at}`)));
    const { facts, last } = await readFacts(folder);
    expect(last).toBe(12);
    expect(new Set(facts.map(({ id }) => id)).size).toBe(12);
    expect(new Set(facts.map(({ text }) => text)).size).toBe(12);
  });

  it("is freed from the lock of a process that is no more", async () => {
    const folder = home();
    const { pid } = spawnSync(process.execPath, ["-e", ""]);
    writeFileSync(`${factsPath(folder)}.lock`, `${pid} x`);
    await add(folder, "one");
    expect((await readFacts(folder)).facts).toHaveLength(1);
  });

  it("does not write through a link", async () => {
    const folder = home();
    const target = join(home(), "target.json");
    writeFileSync(target, JSON.stringify(noFacts));
    symlinkSync(target, factsPath(folder));
    await add(folder, "one");
    expect(JSON.parse(readFileSync(target, "utf8"))).toEqual(noFacts);
  });

  it.skipIf(process.getuid?.() === 0)("says what to do where the folder cannot be written", async () => {
    const folder = home();
    chmodSync(folder, 0o500);
    await expect(add(folder, "one")).rejects.toMatchObject({
      kind: "settings",
      message: expect.stringContaining(folder),
    });
  });
});

describe("the facts of a resume", () => {
  it("are its own and everybody's, with a warning for those that have no place", async () => {
    const folder = home();
    const owner = ownerOf(parsed.resume);
    const entry = { kind: "work" as const, name: "Nowhere", title: "Clerk", start: "2001" };
    await changeFacts(folder, (file) => withFact(file, { ...fact("mine"), owner }));
    await changeFacts(folder, (file) => withFact(file, { ...fact("another's"), owner: "0".repeat(32) }));
    await changeFacts(folder, (file) => withFact(file, { ...fact("lost"), owner, entry }));
    await add(folder, "everybody's");
    const { facts, warnings } = (await loadFacts(folder))(parsed);
    expect(facts.map(({ id, text }) => `${id} ${text}`)).toEqual(["f1 mine", "f4 everybody's"]);
    expect(warnings).toMatchObject([{ code: "fact-not-placed" }]);
  });

  it("are told apart by a hash of name and e-mail, whatever their case and spacing, that names nobody", () => {
    const person = (name: string, email: string): string | null => ownerOf({ basics: { name, email } });
    expect(person("Ana  Ruiz", "ANA@example.com")).toBe(person("ANA RUIZ", "ana@example.com"));
    expect(person("Ana Ruiz", "ana@example.com")).not.toBe(person("Ana Ruiz", "other@example.com"));
    expect(ownerOf({ basics: { name: "Ana Ruiz" } })).toMatch(/^[0-9a-f]{32}$/);
    expect(ownerOf({})).toBeNull();
  });
});
