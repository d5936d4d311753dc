import { describe, expect, it } from "vitest";
import type { KeptFact } from "../../src/schema/facts.js";
import { factsDocument, factsLines } from "../../src/write/facts.js";
import type { Layout } from "../../src/write/terminal.js";

const layout: Layout = { width: 80, color: (_, text) => text };
const fact: KeptFact = {
  id: "f2",
  text: "Ran the night shift",
  owner: "ab",
  entry: { kind: "work", name: "Ridge Hospital", title: "Nurse", start: "2019-03" },
  at: "2026-11-23T10:00:00Z",
  origin: "added by hand",
};
const file = {
  schema: "resumelaw/facts@1" as const,
  last: 2,
  facts: [fact, { ...fact, id: "f12", owner: null, entry: null }],
};

describe("the list of facts", () => {
  it("names each with the job it counts for, when and how it was confirmed", () => {
    const entryOf = ({ entry }: KeptFact): string | null => (entry === null ? null : `${entry.title} at ${entry.name}`);
    expect(factsLines(file, entryOf, layout)).toEqual([
      "f2  Ran the night shift",
      "    counts for Nurse at Ridge Hospital; one person's resumes",
      "    confirmed 2026-11-23: added by hand",
      "",
      "f12 Ran the night shift",
      "    counts for every resume",
      "    confirmed 2026-11-23: added by hand",
    ]);
  });

  it("says how to add the first", () => {
    expect(factsLines({ ...file, facts: [] }, () => null, layout).join(" ")).toMatch(/resumelaw facts add/);
  });

  it("is a document with the file's place and no counter", () => {
    expect(factsDocument(file, "/x/facts.json")).toEqual({
      schema: file.schema,
      path: "/x/facts.json",
      facts: file.facts,
    });
  });
});
