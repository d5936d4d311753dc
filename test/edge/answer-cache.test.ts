import { mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { cachedModel } from "../../src/edge/answer-cache.js";
import { filesEdge } from "../../src/edge/files.js";
import type { Model, ModelRequest } from "../../src/ports.js";

const Answer = z.object({ word: z.string() });
const asked: ModelRequest<z.infer<typeof Answer>> = {
  schemaName: "word",
  schema: Answer,
  system: "Say a word.",
  user: "<<<DATA m1\nhello\nDATA m1>>>",
  fence: "m1",
  maxOutputTokens: 100,
  effort: "low",
  cacheKey: "k",
};
const usage = { requests: 1, inputTokens: 9, cachedTokens: 0, outputTokens: 5, reasoningTokens: 0, costUsd: 0.1 };
const never = new AbortController().signal;
let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), "cache-"));
});
afterAll(() => rm(home, { recursive: true }));

function world(folder: string, name = "m", host = "h", keep = 500) {
  const calls: string[] = [];
  const warnings: string[] = [];
  const model: Model = {
    name,
    parallel: true,
    async ask(request) {
      calls.push(request.user);
      return { value: request.schema.parse({ word: `w${calls.length}` }), usage, model: name, cached: false };
    },
  };
  const options = {
    files: filesEdge(),
    folder: join(home, folder),
    host,
    warn: (text: string) => warnings.push(text),
    keep,
  };
  const cached = cachedModel(model, options);
  return {
    calls,
    warnings,
    folder: options.folder,
    ask: (request = asked) => cached.ask(request, () => undefined, never),
  };
}

describe("the answer cache", () => {
  it("answers the same question from the disk, free of charge, whatever the mark of the run", async () => {
    const { ask, calls } = world("same");
    expect(await ask()).toMatchObject({ value: { word: "w1" }, cached: false, usage });
    const again = await ask({ ...asked, fence: "m2", user: asked.user.replaceAll("m1", "m2") });
    expect(again).toMatchObject({ value: { word: "w1" }, cached: true, model: "m" });
    expect(again.usage).toMatchObject({ requests: 0, inputTokens: 0, outputTokens: 0, costUsd: 0 });
    expect(calls).toHaveLength(1);
  });

  it.each<[string, Partial<typeof asked>]>([
    ["the user's text", { user: "other" }],
    ["the rules", { system: "other" }],
    ["the effort", { effort: "high" }],
    ["the name of the schema", { schemaName: "words" }],
    ["the schema", { schema: Answer.extend({ more: z.string().default("") }) as unknown as typeof Answer }],
  ])("asks again where %s differs", async (what, change) => {
    const { ask, calls } = world(`differs-${what.replaceAll(" ", "-").replace("'", "")}`);
    await ask();
    await ask({ ...asked, ...change });
    expect(calls).toHaveLength(2);
  });

  it("keeps models and servers apart", async () => {
    await world("apart", "a", "one").ask();
    for (const [model, host] of [
      ["b", "one"],
      ["a", "two"],
    ]) {
      const other = world("apart", model, host);
      await other.ask();
      expect(other.calls).toHaveLength(1);
    }
  });

  it.each(["", "{", "null", "[]", '{"model":"m","value":{"word":7}}', '{"value":{"word":"x"}}'])(
    "takes a broken entry for none and mends it: %s",
    async (broken) => {
      const { ask, calls, folder } = world(`broken-${broken.length}`);
      await ask();
      const [name = ""] = await readdir(folder);
      await writeFile(join(folder, name), broken);
      expect((await ask()).cached).toBe(false);
      expect((await ask()).cached).toBe(true);
      expect(calls).toHaveLength(2);
      expect(JSON.parse(await readFile(join(folder, name), "utf8")).value).toEqual({ word: "w2" });
    },
  );

  it.skipIf(process.platform === "win32")("is readable by its owner alone", async () => {
    const { ask, folder } = world("rights");
    await ask();
    const [name = ""] = await readdir(folder);
    expect((await stat(folder)).mode & 0o777).toBe(0o700);
    expect((await stat(join(folder, name))).mode & 0o777).toBe(0o600);
  });

  it("holds no more answers than it may", async () => {
    const { ask, folder } = world("full", "m", "h", 3);
    for (const user of ["a", "b", "c", "d", "e"]) await ask({ ...asked, user });
    expect(await readdir(folder)).toHaveLength(3);
  });

  it("says that an answer could not be kept, and gives it all the same", async () => {
    await writeFile(join(home, "file"), "");
    const { ask, warnings } = world(join("file", "cache"));
    expect((await ask()).value).toEqual({ word: "w1" });
    expect(warnings).toEqual([expect.stringContaining("could not be kept")]);
  });
});
