import { describe, expect, it } from "vitest";
import { fillPrompt, parsePrompt } from "../../src/rewrite/prompt-text.js";
import {
  checkPrompts,
  industryOf,
  loadPrompts,
  type PromptSource,
  promptKey,
  selectPrompt,
} from "../../src/rewrite/prompts.js";
import { data } from "../doubles.js";

const shipped: PromptSource[] = await Promise.all(
  (await data.list("prompts")).map(async (path) => ({ path, text: await data.text(path), origin: "bundled" as const })),
);

const general = (change: (text: string) => string = (text) => text): string =>
  change(`---
service: posting_requirements
tier: any
title: Demands
version: 1.0.0
variables: [mark, posting]
---
# System

List the demands.

# User

<{{mark}}
{{posting}}
{{mark}}>
`);
const source = (path: string, text: string, origin: "bundled" | "user" = "bundled") => ({ path, text, origin });

describe("a prompt file", () => {
  it("is read into its front matter and its two parts", () => {
    expect(parsePrompt("p/a.md", general())).toMatchObject({
      service: "posting_requirements",
      tier: "any",
      version: "1.0.0",
      industry: null,
      variables: ["mark", "posting"],
      system: "List the demands.",
      user: "<{{mark}}\n{{posting}}\n{{mark}}>",
    });
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["no front matter", (text) => text.slice(4), /a\.md, line 1: has no front matter/],
    ["a bad version", (text) => text.replace("1.0.0", "1.0"), /line 5: `version` a version has three numbers/],
    ["a missing key", (text) => text.replace("title: Demands\n", ""), /`title` is missing/],
    [
      "a key twice",
      (text) => text.replace("tier: any", "tier: any\ntier: free"),
      /line 4: `tier` stands here a second/,
    ],
    ["an unknown key", (text) => text.replace("tier: any", "tier: any\nmodel: x"), /line 4: `model` is not known here/],
    ["an unknown tier", (text) => text.replace("tier: any", "tier: gold"), /line 3: `tier` /],
    [
      "an undeclared variable",
      (text) => text.replace("{{posting}}", "{{posting}} {{resume}}"),
      /line 15: the variable \{\{resume\}\}/,
    ],
    [
      "an unused variable",
      (text) => text.replace("{{posting}}", ""),
      /line 6: the variable posting is listed but never used/,
    ],
    [
      "a missing part",
      (text) =>
        text
          .replace("# User", "## User")
          .replaceAll(/\{\{\w+\}\}/g, "")
          .replace("[mark, posting]", "[]"),
      /`# User` is missing/,
    ],
    ["a foreign heading", (text) => text.replace("# User", "# Human"), /line 12: the heading `# Human`/],
    ["a part twice", (text) => `${text}# User\n`, /line 17: the part `# User` stands here a second/],
    ["text before the parts", (text) => text.replace("# System", "Hello\n# System"), /line 8: text stands before/],
    [
      "an industry without cues",
      (text) => text.replace("tier: any", "tier: any\nindustry: law"),
      /line 4: an industry needs `cues`/,
    ],
  ])("with %s is refused by file and line", (_, change, message) => {
    expect(() => parsePrompt("p/a.md", general(change))).toThrow(message);
  });

  it("is filled in one pass, so that braces in a resume stay text", () => {
    expect(fillPrompt("{{a}} and {{b}}", { a: "{{b}}", b: "$& done" })).toBe("{{b}} and $& done");
    expect(() => fillPrompt("{{a}}", {})).toThrow("{{a}}");
    expect(() => fillPrompt("{{toString}}", {})).toThrow("{{toString}}");
  });
});

describe("the prompts together", () => {
  it("are all well as shipped", () => {
    expect(checkPrompts(shipped)).toEqual([]);
    expect(loadPrompts(shipped).files.map(promptKey)).toEqual(
      expect.arrayContaining(["resume_rewrite/premium", "resume_rewrite/free", "posting_requirements/any"]),
    );
  });

  it.each([
    ["a second file for the same key", [source("a.md", general()), source("b.md", general())], /and so is a\.md/],
    [
      "a service that nothing sends",
      [
        source(
          "a.md",
          general((text) => text.replace("posting_requirements", "poems")),
        ),
      ],
      /no service is called poems/,
    ],
    [
      "a variable the service does not fill",
      [
        source(
          "a.md",
          general((text) => text.replace("[mark, ", "[mark, salary, ").replace("{{mark}}>", "{{mark}}> {{salary}}")),
        ),
      ],
      /no variable salary/,
    ],
    [
      "no place for the posting",
      [
        source(
          "a.md",
          general((text) => text.replace("{{posting}}", "").replace(", posting", "")),
        ),
      ],
      /\{\{posting\}\} is missing/,
    ],
    [
      "a variant of nothing",
      [
        source(
          "a.md",
          general((text) => text.replace("tier: any", "tier: any\nlevel: senior")),
        ),
      ],
      /has no general prompt/,
    ],
  ])("with %s are refused", (_, sources, message) => {
    expect(() => loadPrompts(sources)).toThrow(message);
    expect(checkPrompts(sources)).toHaveLength(1);
  });

  it("fall back from a variant to the general text and stack what fits", () => {
    const prompts = loadPrompts(shipped);
    const plain = selectPrompt(prompts, { service: "resume_rewrite", tier: "premium" });
    const stacked = selectPrompt(prompts, {
      service: "resume_rewrite",
      tier: "premium",
      industry: "software",
      level: "senior",
    });
    expect(selectPrompt(prompts, { service: "resume_rewrite", tier: "premium", industry: "falconry" }).system).toBe(
      plain.system,
    );
    expect(stacked.version).toBe("resume_rewrite/premium@1.1.0 senior@1.0.0 software@1.0.0");
    expect(stacked.system.startsWith(plain.system)).toBe(true);
    expect(stacked.system).toContain("senior or leading role");
    expect(stacked.system).toContain("For software roles");
    expect(stacked.system).not.toContain("{{");
    expect(stacked.user).toBe(plain.user);
  });

  it("keep the free and the premium prompt apart and share variants between them", () => {
    const prompts = loadPrompts(shipped);
    const free = selectPrompt(prompts, { service: "resume_rewrite", tier: "free", industry: "healthcare" });
    expect(free.system).toContain("best three edits");
    expect(free.system).toContain("For clinical roles");
    expect(() => selectPrompt(prompts, { service: "cover_letter", tier: "free" })).toThrow(
      /no prompt for the tier free/,
    );
  });

  it("give way to the user's own of the same key, in whatever order they come", () => {
    const own = source(
      "/me/any.md",
      general((text) => text.replace("List the demands.", "Mine.")),
      "user",
    );
    for (const sources of [
      [own, ...shipped],
      [...shipped, own],
    ]) {
      const prompt = selectPrompt(loadPrompts(sources), { service: "posting_requirements", tier: "free" });
      expect(prompt.system).toBe("Mine.");
      expect(prompt.paths).toEqual(["/me/any.md"]);
    }
  });

  it.each([
    ["Senior Backend Engineer", "You write Python services on Kubernetes and review code.", "software"],
    ["Registered Nurse", "Patient care on a hospital ward, medication, BLS required.", "healthcare"],
    ["Staff Accountant", "Month-end close, reconciliation, GAAP, audit support.", "finance"],
    ["Journeyman Electrician", "Wiring and installation, OSHA 10, own tools.", "trades"],
    ["Poet", "Write verses.", null],
  ])("know the industry of a posting: %s", (title, text, industry) => {
    expect(industryOf(loadPrompts(shipped), "resume_rewrite", title, text)).toBe(industry);
  });
});
