import { beforeAll, expect, it } from "vitest";
import { loadPrompts, type PromptSource } from "../../src/rewrite/prompts.js";
import { promptLines, promptNamed, promptRows } from "../../src/write/prompts.js";
import { data } from "../doubles.js";

let sources: PromptSource[];
beforeAll(async () => {
  const paths = await data.list("prompts");
  sources = await Promise.all(
    paths.map(async (path) => ({ path, text: await data.text(path), origin: "bundled" as const })),
  );
});

it("lists every bundled prompt once, by name", () => {
  const rows = promptRows(loadPrompts(sources));
  expect(rows.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["posting_requirements/any", "resume_rewrite/free", "resume_rewrite/premium"]),
  );
  expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  expect(promptLines(rows, (_style, text) => text)).toHaveLength(sources.length);
});

it("shows a prompt by name or path, the user's own before the bundled one", () => {
  const bundled = promptNamed("resume_rewrite/premium", sources);
  expect(bundled.text).toContain("service: resume_rewrite");
  expect(promptNamed(bundled.path, sources)).toBe(bundled);
  const own = { ...bundled, path: "mine/premium.md", origin: "user" as const };
  expect(promptNamed("resume_rewrite/premium", [...sources, own]).path).toBe("mine/premium.md");
  expect(() => promptNamed("nothing", sources)).toThrow(/no prompt "nothing"/);
});
