import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readPostingPage } from "../../src/read/posting-page.js";
import { corpus, hasCorpus } from "../doubles.js";

const read = (html: string) => readPostingPage(Buffer.from(html), "job.html");
const sentence =
  "You cook for eighty guests a day and you keep the kitchen clean, and you like to teach what you know to younger cooks. ";
const text = sentence.repeat(4).trim();
const menu = '<nav><a href="/a">Jobs</a><a href="/b">Login</a></nav>';

describe("readPostingPage", () => {
  it("takes the schema.org JobPosting first", async () => {
    const job = {
      "@context": "https://schema.org",
      "@type": "JobPosting",
      title: "Cook",
      hiringOrganization: { name: "The Inn" },
      jobLocation: { address: { addressLocality: "Vienna", addressCountry: "AT" } },
      description: `<p>${text}</p>`,
    };
    const { lines, meta } = await read(
      `${menu}<h1>Cook</h1><script type="application/ld+json">[${JSON.stringify(job)}]</script><p>Similar jobs: waiter</p>`,
    );
    expect(meta).toEqual({ title: "Cook", company: "The Inn", location: "Vienna, AT" });
    expect(lines.map((line) => line.text)).toEqual(["Cook", "The Inn | Vienna, AT", text]);
  });

  it("forgives raw line breaks and trailing commas in structured data", async () => {
    const script = `{"@type":"JobPosting","title":"Cook","description":"${sentence}\n${sentence}",}`;
    expect((await read(`<script type="application/ld+json">${script}</script>`)).meta.title).toBe("Cook");
  });

  it("takes the element that is named like a job description", async () => {
    const html = `<title>Cook - The Inn | LinkedIn</title>${menu}<h1>Cook</h1><div class="job-description"><p>${text}</p></div><section class="similar-jobs"><ul><li>Waiter</li></ul></section><footer>About us</footer>`;
    const { lines, meta } = await read(html);
    expect(meta).toEqual({ title: "Cook", company: "The Inn" });
    expect(lines.map((line) => line.text)).toEqual(["Cook", "The Inn", text]);
    const { ref } = lines[2] ?? {};
    expect(ref?.in === "html" && html.slice(ref.start, ref.end)).toBe(text);
  });

  it("takes the readable main text of a page without names", async () => {
    const html = `<html><head><title>Cook at The Inn</title></head><body>${menu}<div id="a"><h2>The work</h2><p>${text}</p><p>${text}</p></div><div class="footer"><a href="/x">Imprint</a></div></body></html>`;
    const { lines, meta } = await read(html);
    expect(meta).toEqual({ title: "Cook", company: "The Inn" });
    expect(lines.map((line) => line.text)).toContain(text);
    expect(lines.map((line) => line.text).join(" ")).not.toMatch(/Login|Imprint/);
  });

  it.each([
    [
      "Acme hiring Cook in Vienna, Austria | LinkedIn",
      "",
      { title: "Cook", company: "Acme", location: "Vienna, Austria" },
    ],
    ["Job Application for Cook at Acme", "", { title: "Cook", company: "Acme" }],
    ["Acme - Cook", "Cook", { title: "Cook", company: "Acme" }],
    ["Acme - Kitchen Lead", "", { title: "Kitchen Lead", company: "Acme" }, "<h2>Kitchen Lead</h2>"],
    ["Cook - Vienna VIC 3124 - Indeed.com", "Cook", { title: "Cook", location: "Vienna VIC 3124" }],
    ["Cook - The Inn Careers", "Cook", { title: "Cook", company: "The Inn" }],
    ["Employment :: The Inn", "", { company: "The Inn" }, "<h2>Cook</h2>"],
  ])("understands the title %j", async (title, heading, facts, extra = "") => {
    const { meta } = await read(
      `<title>${title}</title>${heading && `<h1>${heading}</h1>`}${extra}<div class="job-description">${text}</div>`,
    );
    expect(meta).toEqual(facts);
  });

  it("says that a page filled in by a script holds nothing", async () => {
    await expect(read('<div id="root"></div><script src="app.js"></script>')).rejects.toMatchObject({
      kind: "input",
      message: expect.stringContaining("script"),
    });
  });

  it.skipIf(!hasCorpus).each([
    [
      "indeed-senior-devops",
      { title: "Senior DevOps Engineer", company: "PaperCut Software" },
      "Senior Technical Depth:",
      "The PaperCut Pledge",
    ],
    [
      "linkedin-senior-software-engineer",
      { title: "Senior Software Engineer - Developer Experience", company: "Heidi" },
      "Strong Infrastructure-as-Code skills",
      "Who We Are",
    ],
  ])("reads the saved page %s without menus, cookie banners and other jobs", async (file, facts, item, heading) => {
    const { lines, meta } = await readPostingPage(readFileSync(join(corpus, "jobs/html", `${file}.html`)), file);
    expect(meta).toMatchObject(facts);
    expect(lines.filter(({ style }) => style === "list").some(({ text }) => text.startsWith(item))).toBe(true);
    expect(lines.some(({ text, bold }) => bold && text === heading)).toBe(true);
    expect(lines.filter(({ text }) => /cookie|sign in|similar jobs|people also viewed|join now/i.test(text))).toEqual(
      [],
    );
    expect(lines.length).toBeLessThan(60);
  });
});
