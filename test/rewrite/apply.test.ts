import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyEdits } from "../../src/rewrite/apply.js";
import type { Edit } from "../../src/schema/edit.js";
import { parsedFrom } from "../fixtures/parsed-resume.js";
import { printed } from "../fixtures/printed-resume.js";

const { parsed } = printed;
const ids = Object.keys(parsed.ids).filter((id) => parsed.ids[id]?.text !== "");

function edit(id: string, fields: Partial<Edit>): Edit {
  return { id, op: "replace", text: null, after: null, evidence: [], keywords: [], why: "", ...fields };
}

const job = (highlights: string[]) =>
  parsedFrom({
    work: [
      { name: "Acme", highlights },
      { name: "Other", highlights: ["z"] },
    ],
  });

describe("applyEdits", () => {
  it("gives an equal resume where there is no edit, and leaves the input alone", () => {
    const before = structuredClone(parsed);
    expect(applyEdits(parsed, [])).toEqual(before);
    applyEdits(parsed, [edit("w1.h1", { text: "x" }), edit("w1.h2", { op: "drop" })]);
    expect(parsed).toEqual(before);
  });

  it("changes the text of one id and nothing else", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ids.filter((id) => !id.startsWith("k"))),
        fc.string({ minLength: 1 }),
        (id, text) => {
          const after = applyEdits(parsed, [edit(id, { text })]);
          const back = applyEdits(after, [edit(id, { text: parsed.ids[id]?.text ?? "" })]);
          expect(after.ids[id]?.text).toBe(text);
          expect(back).toEqual(parsed);
        },
      ),
    );
  });

  it("adds the lines of the evidence to the provenance of a replaced text", () => {
    const after = applyEdits(parsed, [edit("w1.h1", { text: "x", evidence: ["w1.h1", "w1.h2", "f1"] })]);
    const lines = [...(parsed.ids["w1.h1"]?.lines ?? []), ...(parsed.ids["w1.h2"]?.lines ?? [])];
    expect(after.provenance["work[0].highlights[0]"]).toEqual(lines);
    expect(after.ids["w1.h1"]?.lines).toEqual(parsed.ids["w1.h1"]?.lines);
  });

  it("moves highlights as a permutation in which every id keeps its text", () => {
    const highlights = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 7 });
    fc.assert(
      fc.property(highlights, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 9 }), (texts, moves) => {
        const start = job(texts);
        const edits = moves.flatMap(([from, to]) => {
          const [id, after] = [`w1.h${(from % texts.length) + 1}`, `w1.h${(to % texts.length) + 1}`];
          return [edit(id, { op: "move", after: after === id ? null : after })];
        });
        const result = applyEdits(start, edits);
        const moved = result.resume.work?.[0]?.highlights ?? [];
        expect([...moved].sort()).toEqual([...texts].sort());
        expect(result.resume.work?.[1]).toEqual(start.resume.work?.[1]);
        for (const [id, { text, path }] of Object.entries(start.ids).filter(([id]) => id.startsWith("w1."))) {
          const at = Number(/\[(\d+)\]$/.exec(result.ids[id]?.path ?? "")?.[1]);
          expect([id, moved[at], result.ids[id]?.text, path.length > 0]).toEqual([id, text, text, true]);
        }
      }),
    );
  });

  it.each([
    ["w1.h3", null, ["c", "a", "b"]],
    ["w1.h1", "w1.h3", ["b", "c", "a"]],
    ["w1.h3", "w1.h1", ["a", "c", "b"]],
    ["w1.h1", null, ["a", "b", "c"]],
  ])("puts %s after %s", (id, after, expected) => {
    expect(applyEdits(job(["a", "b", "c"]), [edit(id, { op: "move", after })]).resume.work?.[0]?.highlights).toEqual(
      expected,
    );
  });

  it("drops a highlight while the others keep their ids, provenance and text", () => {
    const after = applyEdits(parsed, [edit("w1.h1", { op: "drop" }), edit("w1.h2", { text: "Cut falls." })]);
    expect(after.resume.work?.[0]?.highlights).toEqual(["Cut falls."]);
    expect(after.ids["w1.h1"]).toBeUndefined();
    expect(after.ids["w1.h2"]).toMatchObject({ text: "Cut falls.", path: "work[0].highlights[0]" });
    expect(after.provenance["work[0].highlights[0]"]).toEqual(parsed.provenance["work[0].highlights[1]"]);
    expect(after.provenance["work[0].highlights[1]"]).toBeUndefined();
  });

  it("adds a summary under a section of its own before the first heading", () => {
    const bare = parsedFrom({ basics: { name: "A" }, work: [{ name: "Acme", highlights: ["a"] }] });
    bare.sections.unshift({ line: null, heading: "", kind: "basics", entries: ["basics.name"] });
    const after = applyEdits(bare, [edit("summary", { text: "Baker.", evidence: ["w1.h1"] })]);
    expect(after.resume.basics?.summary).toBe("Baker.");
    expect(after.sections.map(({ kind }) => kind)).toEqual(["basics", "summary", "work"]);
    expect(after.ids.summary).toEqual({ lines: [], text: "Baker.", path: "basics.summary" });
    expect(applyEdits(after, [edit("summary", { text: "Cook." })]).sections).toEqual(after.sections);
  });

  it.each([
    [
      "Clinical: Wound care, Triage, IV therapy (peripheral, central)",
      ["Wound care", "Triage", "IV therapy (peripheral, central)"],
    ],
    ["Nursing: Triage; Wound care", ["Triage", "Wound care"]],
    ["Wound care,Triage,", ["Wound care", "Triage"]],
  ])("reads the items of a skill group from %j and keeps its name", (text, keywords) => {
    const after = applyEdits(parsed, [edit("k1", { text })]);
    expect(after.resume.skills?.[0]).toEqual({ name: "Clinical", keywords });
    expect(after.ids.k1?.text).toBe(`Clinical: ${keywords.join(", ")}`);
    expect(after.resume.skills?.[1]).toEqual(parsed.resume.skills?.[1]);
  });

  it("gives the same skill items back for an unchanged group, whatever they hold", () => {
    const item = fc.stringMatching(/^[A-Za-z0-9+#.():/-]([A-Za-z0-9 +#.,;():/-]{0,12}[A-Za-z0-9+#)])?$/);
    fc.assert(
      fc.property(
        fc.constantFrom("", "Tools"),
        fc.uniqueArray(item, { minLength: 1, maxLength: 6 }),
        (name, keywords) => {
          const start = parsedFrom({ skills: [{ name, keywords }] });
          const after = applyEdits(start, [edit("k1", { text: start.ids.k1?.text ?? "" })]);
          expect(after.resume.skills?.[0]?.keywords?.join(", ")).toBe(keywords.join(", "));
        },
      ),
    );
  });

  it("moves a skill group among its own", () => {
    const after = applyEdits(parsed, [edit("k2", { op: "move", after: null })]);
    expect(after.resume.skills?.map(({ name }) => name)).toEqual(["", "Clinical"]);
    expect(after.ids.k1?.path).toBe("skills[1]");
    expect(after.sections.find(({ kind }) => kind === "skills")?.entries).toEqual(["skills[0]", "skills[1]"]);
  });

  it.each([
    [edit("w9.h1", { text: "x" }), /no editable line w9.h1/],
    [edit("w9.h1", { op: "drop" }), /no editable line w9.h1/],
    [edit("w1.h1", { op: "move", after: "p1.h1" }), /cannot stand after p1.h1/],
    [edit("w1.h1", {}), /without text/],
  ])("refuses what the resume has no place for", (wrong, message) => {
    expect(() => applyEdits(parsed, [wrong])).toThrow(message);
  });
});
