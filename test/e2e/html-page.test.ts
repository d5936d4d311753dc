import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Outline, outlineText } from "../../src/write/outline.js";
import { inManyScripts, nurse, withTexts } from "../fixtures/outlines.js";
import { type Pages, program, startBrowser, type Watched } from "./browser.js";
import { contrasts, headingLevels, landmarks } from "./page-probes.js";

let pages: Pages;
beforeAll(async () => {
  if (program !== null) pages = await startBrowser(program);
});
afterAll(() => pages?.end());

const closed = async ({ page }: Watched): Promise<void> => page.context().close();
const clipboard = (page: Watched["page"]): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
const section = (page: Watched["page"], name: string) => page.getByRole("button", { name: `Copy the section ${name}` });
const whole = (page: Watched["page"]) => page.getByRole("button", { name: "Copy text of the whole resume" });

/** The copied text as the outline's own lines: no dashes, no empty lines. */
const lines = (text: string): string[] =>
  text
    .split("\n")
    .map((line) => line.replace(/^- /, ""))
    .filter((line) => line !== "");

const workSection = [
  "WORK HISTORY",
  "Saguaro General Hospital\t03/2019 – present",
  "Charge Nurse\tTucson, AZ",
  "- Lead a ward of 28 beds & 14 nurses.",
  "- Cut falls by 30 % (see the ward report).",
  "",
  "Mesa Clinic\t2014–2019",
  "Staff Nurse",
  "Cared for up to six patients a shift.",
].join("\n");

describe.skipIf(program === null)("the page in a browser", () => {
  it("opens without a message and asks no host for anything", async () => {
    const watched = await pages.open(nurse);
    const { page, noise } = watched;
    await page.mouse.wheel(0, 4000);
    expect(await page.locator("main").textContent()).toContain("Cut falls by 30 % (see the ward report).");
    expect(await page.title()).toBe("Ines Calloway-Ruiz");
    expect(noise).toEqual([]);
    await closed(watched);
  });

  it("stops scripts, pictures, styles and requests that are not its own", async () => {
    const watched = await pages.open(nurse);
    const { page } = watched;
    await page.evaluate(async () => {
      const directives: string[] = [];
      Object.assign(window, { directives });
      document.addEventListener("securitypolicyviolation", (event) => directives.push(event.effectiveDirective));
      const add = (tag: string, fields: object) =>
        document.body.append(Object.assign(document.createElement(tag), fields));
      add("script", { textContent: "window.ran = 1" });
      add("script", { src: "https://x.example/a.js" });
      add("img", { src: "https://x.example/a.png" });
      add("link", { rel: "stylesheet", href: "https://x.example/a.css" });
      add("iframe", { src: "https://x.example/" });
      add("a", { href: "javascript:window.ran = 1", id: "run" });
      document.getElementById("run")?.click();
      await fetch("https://x.example/").catch(() => null);
    });
    const scripts = ["script-src-elem", "script-src-elem", "script-src-elem"];
    const stopped = async () => (await page.evaluate(() => Reflect.get(window, "directives") as string[])).sort();
    await expect.poll(stopped).toEqual(["connect-src", "frame-src", "img-src", ...scripts, "style-src-elem"]);
    expect(await page.evaluate(() => "ran" in window)).toBe(false);
    await closed(watched);
  });

  it("shows markup in any field as text and never runs it", async () => {
    const payload =
      "<script>alert(1)</script><img src=x onerror=alert(2)></style></title></textarea><svg/onload=alert(3)>" +
      `"onmouseover="alert(4)" 'onfocus='alert(5)' &lt;b&gt; &#60;script&#62; {{script}} $& $\` --> ]]>`;
    const bad = ["javascript:alert(6)", 'https://x.example/"onmouseover="alert(7)', "data:text/html,<script>alert(8)"];
    let n = 0;
    const hostile = withTexts(
      nurse,
      () => payload,
      () => bad[n++ % bad.length] ?? "",
    );
    const watched = await pages.open({ ...hostile, language: 'en"><script>alert(9)</script>' });
    const { page, noise } = watched;
    for (const link of await page.locator("main a").all()) await link.hover();
    for (const button of await page.getByRole("button", { name: /^Copy/ }).all()) await button.click();
    const shown = ((await page.locator("main").textContent()) ?? "").split(payload).length - 1;
    expect(shown).toBe(outlineText(hostile).split(payload).length - 1);
    expect(await clipboard(page)).toContain(payload);
    const schemes = await page
      .locator("main a")
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).protocol));
    expect(new Set(schemes)).toEqual(new Set(["https:"]));
    expect(await page.locator("main :is(script, img, svg, style, b)").count()).toBe(0);
    expect(noise).toEqual([]);
    await closed(watched);
  });

  it("copies a section and the whole resume, by mouse and by keyboard", async () => {
    const watched = await pages.open(nurse);
    const { page, noise } = watched;
    await section(page, "WORK HISTORY").click();
    expect(await clipboard(page)).toBe(workSection);
    await page.keyboard.press("Shift+Tab");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Copy the section PROFILE",
    );
    await page.keyboard.press("Enter");
    await expect.poll(() => clipboard(page)).toMatch(/^PROFILE\nNurse with 12 years/);
    await whole(page).focus();
    await page.keyboard.press("Space");
    await expect.poll(() => clipboard(page)).toMatch(/^Ines Calloway-Ruiz\n/);
    const [head, contacts] = [`${nurse.name}\n${nurse.label}`, nurse.contacts.map(({ text }) => text)];
    const rest = outlineText(nurse).slice([head, ...contacts].join("\n").length + 1);
    expect(lines(await clipboard(page))).toEqual(lines(`${head}\n${contacts.join(" | ")}\n${rest}`));
    expect(noise).toEqual([]);
    await closed(watched);
  });

  it("says that it copied, and shows its own name again however often it is pressed", async () => {
    const watched = await pages.open(nurse);
    const { page } = watched;
    await page.clock.install();
    await whole(page).click();
    await expect.poll(() => whole(page).textContent()).toBe("Copied");
    expect(await page.getByRole("status").textContent()).toBe("Copied");
    await page.clock.runFor(1000);
    await whole(page).click();
    await page.clock.runFor(1000);
    expect(await whole(page).textContent()).toBe("Copied");
    await page.clock.runFor(5000);
    expect(await whole(page).textContent()).toBe("Copy text");
    expect(await page.getByRole("status").textContent()).toBe("");
    await closed(watched);
  });

  it("copies where the browser keeps its clipboard from pages on disk, and selects the text where it cannot", async () => {
    const denied = "navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));";
    const watched = await pages.open(nurse, {}, denied);
    const { page, noise } = watched;
    await section(page, "WORK HISTORY").focus();
    await page.keyboard.press("Enter");
    await expect.poll(() => clipboard(page)).toBe(workSection);
    const focused = await page.evaluate(() => document.activeElement?.getAttribute("aria-label"));
    expect(focused).toBe("Copy the section WORK HISTORY");
    await page.evaluate(() => Object.assign(document, { execCommand: () => false }));
    await section(page, "SKILLS").click();
    await expect.poll(() => page.getByRole("status").textContent()).toContain("press Ctrl+C");
    await page.keyboard.press("Control+C");
    expect(await clipboard(page)).toMatch(/^SKILLS\s+Clinical: Triage/);
    expect(noise).toEqual([]);
    await closed(watched);
  });

  it.each(["a4", "letter"] as const)("prints on %s paper without its buttons, black on white", async (paper) => {
    const watched = await pages.open(
      { ...nurse, paper },
      { colorScheme: "dark" },
      "window.print = () => { window.printed = 1 };",
    );
    const { page } = watched;
    await page.getByRole("button", { name: "Print" }).click();
    expect(await page.evaluate(() => "printed" in window)).toBe(true);
    await page.emulateMedia({ media: "print" });
    for (const button of await page.locator("button").all()) expect(await button.isVisible()).toBe(false);
    const found = await page.evaluate(contrasts);
    expect(new Set(found.map(({ behind }) => behind))).toEqual(new Set(["rgb(255, 255, 255)"]));
    expect(found.find(({ text }) => text.startsWith("Cared for"))?.ink).toBe("rgb(0, 0, 0)");
    expect(found.filter(({ ratio }) => ratio < 7)).toEqual([]);
    const pdf = Buffer.from(await page.pdf({ preferCSSPageSize: true })).toString("latin1");
    expect(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length).toBeGreaterThanOrEqual(1);
    const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
    expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual(paper === "a4" ? [595, 842] : [612, 792]);
    await closed(watched);
  });

  it("has sound headings, landmarks and names, also for a section without a heading", async () => {
    const [first, ...more] = nurse.sections.filter(({ kind }) => kind === "work" || kind === "projects");
    const bare: Outline = { ...nurse, sections: [{ kind: "work", blocks: first?.blocks ?? [], heading: "" }, ...more] };
    for (const outline of [nurse, bare]) {
      const watched = await pages.open(outline);
      const { page } = watched;
      const levels = await page.evaluate(headingLevels);
      expect(levels.filter((level) => level === 1)).toHaveLength(1);
      expect(levels.filter((level, i) => level > (levels[i - 1] ?? 0) + 1)).toEqual([]);
      expect(await page.evaluate(landmarks)).toEqual({ outside: [], nameless: [], mains: 1 });
      const buttons = await page.getByRole("button").all();
      const named = await page.getByRole("button", { name: /^(Copy|Print) \S/ }).count();
      expect(named).toBe(buttons.length);
      expect(buttons.length).toBe(2 + outline.sections.filter(({ heading }) => heading !== "").length);
      await closed(watched);
    }
  });

  it("shows where the keyboard is on every link and button, in their order", async () => {
    const watched = await pages.open(nurse);
    const { page } = watched;
    const stops = await page.locator("a[href], button").count();
    const seen: number[] = [];
    for (let i = 0; i < stops; i += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => {
        const all = [...document.querySelectorAll("a[href], button")];
        const style = getComputedStyle(document.activeElement ?? document.body);
        const isShown = style.outlineStyle === "solid" && Number.parseFloat(style.outlineWidth) >= 2;
        return isShown && style.opacity === "1" ? all.indexOf(document.activeElement ?? document.body) : -1;
      });
      seen.push(at);
    }
    expect(seen).toEqual(Array.from({ length: stops }, (_, i) => i));
    await closed(watched);
  });

  it.each(["light", "dark"] as const)("can be read in %s: contrast of all text at least 4.5", async (colorScheme) => {
    const watched = await pages.open(nurse, { colorScheme });
    const found = await watched.page.evaluate(contrasts);
    expect(found.length).toBeGreaterThan(50);
    expect(found.filter(({ ratio }) => ratio < 4.5)).toEqual([]);
    const isDark = found.every(({ behind }) => behind !== "rgb(255, 255, 255)");
    expect(isDark).toBe(colorScheme === "dark");
    await closed(watched);
  });

  it.each([360, 1000])(
    "fits a screen of %i pixels, however long the words, and nothing covers the text",
    async (width) => {
      const long = `Many short words ${"Anunbrokenword".repeat(12)} end`;
      for (const outline of [nurse, withTexts(nurse, () => long)]) {
        const watched = await pages.open(outline, { viewport: { width, height: 740 } });
        const { page } = watched;
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
        const boxes = await page.locator(".right, h2, .copy, .row, p:not(.row p):not(.said)").evaluateAll((all) =>
          all.map((node) => {
            const { left, right, bottom } = node.getBoundingClientRect();
            const next = node.closest("p, li")?.nextElementSibling ?? null;
            const isOver = node.matches(".right") && next !== null && next.getBoundingClientRect().top < bottom - 1;
            return { left, right, isOver, text: node.textContent };
          }),
        );
        expect(boxes.filter(({ left, right, isOver }) => left < 0 || right > width || isOver)).toEqual([]);
        await closed(watched);
      }
    },
  );

  it("keeps the letters of other scripts", async () => {
    const outline = inManyScripts(nurse);
    const watched = await pages.open(outline);
    await whole(watched.page).click();
    await expect.poll(() => clipboard(watched.page)).toContain(outline.name);
    const copied = await clipboard(watched.page);
    const missing = outline.sections.filter(({ heading }) => !copied.includes(`\n${heading}\n`));
    expect(missing).toEqual([]);
    expect(copied).toContain("北京");
    await closed(watched);
  });
});
