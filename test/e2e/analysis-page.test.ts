import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { root } from "../doubles.js";
import { type Pages, program, startBrowser } from "./browser.js";
import { contrasts, headingLevels, landmarks } from "./page-probes.js";
import { newFolder, run } from "./process.js";

const sample = join(root, "templates", "sample");
const folder = newFolder();
const file = join(folder, "match.html");
const analyze = (...more: string[]) =>
  run(["analyze", join(sample, "resume.docx"), "--job", join(sample, "posting.txt"), "--html", file, ...more]);

let pages: Pages;
let html: string;
beforeAll(async () => {
  expect((await analyze()).code).toBe(0);
  html = readFileSync(file, "utf8");
  if (program !== null) pages = await startBrowser(program);
});
afterAll(() => pages?.end());

it("is not written over without --force, and is the same the second time", async () => {
  const refused = await analyze();
  expect({ code: refused.code, stdout: refused.stdout }).toEqual({ code: 2, stdout: "" });
  expect(refused.stderr).toContain("Add --force to replace it, or name another place with --html.");
  expect((await analyze("--force", "--quiet")).stderr).toBe("");
  expect(readFileSync(file, "utf8")).toBe(html);
});

it("stands beside the JSON document", async () => {
  const second = join(folder, "new", "again.html");
  const { code, stdout } = await analyze("--json", "--html", second);
  expect({ code, schema: JSON.parse(stdout).schema }).toEqual({ code: 0, schema: "resumelaw/match@1" });
  expect(existsSync(second)).toBe(true);
});

describe.skipIf(program === null)("the page of an analysis in a browser", () => {
  it.each(["light", "dark"] as const)("opens silently and can be read in %s", async (colorScheme) => {
    const { page, noise } = await pages.show(html, { colorScheme });
    expect(noise).toEqual([]);
    const score = await page.getByRole("img", { name: /^Match \d+ of 100; up to \d+/ }).boundingBox();
    expect(score?.width).toBeGreaterThan(100);
    const found = await page.evaluate(contrasts);
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    const levels = await page.evaluate(headingLevels);
    expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
    expect(await page.evaluate(landmarks)).toEqual({ outside: [], nameless: [], mains: 1 });
    await page.context().close();
  });

  it.each([360, 1000])("fits a screen of %i pixels, however long the words", async (width) => {
    const long = html.replaceAll(/(<p>)/g, `$1${"Anunbrokenword".repeat(20)} `);
    const { page } = await pages.show(long, { viewport: { width, height: 740 } });
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
    await page.context().close();
  });

  it("prints black on white", async () => {
    const { page } = await pages.show(html, { colorScheme: "dark" });
    await page.emulateMedia({ media: "print" });
    const found = await page.evaluate(contrasts);
    expect(new Set(found.map(({ behind }) => behind))).toEqual(new Set(["rgb(255, 255, 255)"]));
    await page.context().close();
  });
});
