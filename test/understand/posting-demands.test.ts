import { readdir, readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { readPosting } from "../../src/read/document.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data } from "../doubles.js";

const knowledge = await loadKnowledge(data);
const folder = new URL("marked-postings/", import.meta.url);
const names = (await readdir(folder)).sort();
const notAsserted = "not stated in the first lines";

/** An invented posting: its facts above "---", and in its text every must as {M:…} and every wish as {N:…}. */
async function marked(name: string) {
  const whole = await readFile(new URL(name, folder), "utf8");
  const at = whole.indexOf("\n---\n");
  const facts = new Map(
    whole
      .slice(0, at)
      .split("\n")
      .map((row): [string, string] => [row.slice(0, row.indexOf(":")), row.slice(row.indexOf(":") + 2)]),
  );
  const body = whole.slice(at + 5);
  const marks = /\{([MN]):(.*?)\}(?=[\s<;|]|$)/gsu;
  const demands = [...body.matchAll(marks)].map(([, kind, text]) => `${kind === "M" ? "must" : "nice"}: ${text}`);
  const fact = (key: string) => (facts.get(key) === "none" ? null : (facts.get(key) ?? null));
  return { text: body.replace(marks, "$2"), demands, fact };
}

const level = (text: string | null) => text?.toLowerCase() ?? null;

describe("a posting in which a person marked the demands", () => {
  it("is there in many shapes", () => expect(names.length).toBeGreaterThanOrEqual(25));

  it.each(names)("%s is understood as marked", async (name) => {
    const { text, demands, fact } = await marked(name);
    const source = await readPosting(new TextEncoder().encode(text), name);
    const posting = understandPosting({ ...source, sha256: "" }, knowledge.lexicon, knowledge.posting);
    expect(posting.requirements.map((one) => `${one.kind}: ${one.text}`)).toEqual(demands);
    expect({
      title: level(posting.title),
      company: level(posting.company),
      years: posting.yearsExperience,
    }).toEqual({
      title: level(fact("title")),
      company: level(fact("company")),
      years: fact("years") === null ? null : Number(fact("years")),
    });
    if (fact("location") !== notAsserted) expect(posting.location).toBe(fact("location"));
  });
});
