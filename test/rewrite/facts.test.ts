import { describe, expect, it } from "vitest";
import { UserError } from "../../src/errors.js";
import {
  entryIds,
  entryName,
  entryText,
  factsFor,
  factText,
  lostWarnings,
  parseFacts,
  withFact,
  withoutFact,
} from "../../src/rewrite/facts.js";
import type { FactsFile, KeptFact } from "../../src/schema/facts.js";
import type { ParsedResume, Resume } from "../../src/schema/resume.js";
import { parsed } from "./model-task.js";

const noFacts: FactsFile = { schema: "resumelaw/facts@1", last: 0, facts: [] };
const kept = (fields: Partial<KeptFact> = {}): KeptFact => ({
  id: "f1",
  text: "Used Terraform",
  owner: "me",
  entry: null,
  at: "2026-11-23T10:00:00.000Z",
  origin: "test",
  ...fields,
});
const file = (fields: Partial<FactsFile> = {}): FactsFile => ({ ...noFacts, last: 1, facts: [kept()], ...fields });
const acme = { kind: "work" as const, name: "Acme Pay", title: "Engineer", start: "2019-03" };
const withWork = (work: Resume["work"]): ParsedResume => ({ ...parsed, ids: {}, resume: { ...parsed.resume, work } });

describe("the facts file", () => {
  it("comes back as it was written", () => {
    expect(parseFacts(JSON.stringify(file()), "x")).toEqual(file());
  });

  it.each([
    ["", /not valid JSON/],
    ["{", /not valid JSON/],
    ["[]", /not of the kind/],
    ["null", /not of the kind/],
    ['{"schema":"resumelaw/facts@2","last":0,"facts":[]}', /not of the kind/],
    [JSON.stringify({ ...file(), extra: 1 }), /wrong value/],
    [JSON.stringify(file({ facts: [kept({ id: "x1" })] })), /facts\.0\.id/],
    [JSON.stringify(file({ last: 2, facts: [kept(), kept()] })), /two facts/],
    [JSON.stringify(file({ last: 0 })), /above its "last"/],
  ])("that is broken (%j) is a failure of the settings naming it", (text, message) => {
    let error: unknown;
    try {
      parseFacts(text, "kept/facts.json");
    } catch (caught) {
      error = caught;
    }
    expect(error).toBeInstanceOf(UserError);
    expect(error).toMatchObject({ kind: "settings", message: expect.stringMatching(message) });
    expect((error as UserError).message).toContain("kept/facts.json");
  });

  it("never gives an id twice", () => {
    const { id: _, ...plain } = kept();
    const one = withFact(noFacts, plain);
    expect(one.fact.id).toBe("f1");
    expect(withFact(withoutFact(one.file, "f1").file, plain).fact.id).toBe("f2");
    expect(() => withoutFact(one.file, "f9")).toThrow(/no fact “f9”/);
  });

  it.each([
    ["  Used\n\tTerraform \u0007 ", "Used Terraform"],
    ["Führerschein Klasse B", "Führerschein Klasse B"],
  ])("keeps %j as one line", (raw, text) => {
    expect(factText(raw)).toBe(text);
  });

  it.each([["  "], ["ab"], ["x".repeat(501)]])("refuses %j", (raw) => {
    expect(() => factText(raw)).toThrow(UserError);
  });
});

describe("whose a fact is", () => {
  it("is one's own or everybody's, never another's", () => {
    const list = [kept(), kept({ id: "f2", owner: null }), kept({ id: "f3", owner: "other" })];
    expect(factsFor(list, "me", parsed).facts.map(({ id }) => id)).toEqual(["f1", "f2"]);
    expect(factsFor(list, null, parsed).facts.map(({ id }) => id)).toEqual(["f2"]);
  });
});

describe("the entry of a fact", () => {
  it("is named by employer, title and start", () => {
    expect(entryName(parsed, "w1")).toEqual(acme);
    expect(entryText(acme)).toBe("Engineer at Acme Pay (2019-03)");
    expect(entryName(parsed, "w7")).toBeNull();
    expect(entryName(parsed, "k1")).toBeNull();
    expect(entryIds(parsed)).toEqual(["w1", "w2", "e1"]);
  });

  const older = { name: "Tanaka & Sons", position: "Analyst", startDate: "2016" };
  const newer = { name: "Globex", position: "Lead", startDate: "2024-01" };
  const own = { name: "Acme Pay", position: "Engineer", startDate: "2019-03" };
  it.each([
    ["a new job before it", [newer, own, older], "w2"],
    ["another spelling", [{ ...own, name: "ACME  PAY" }], "w1"],
    ["a coarser date", [{ ...own, startDate: "2019" }], "w1"],
    ["a promotion", [{ ...own, position: "Senior Engineer" }], undefined],
    ["another start", [{ ...own, startDate: "2019-04" }], undefined],
    ["no start", [{ name: "Acme Pay", position: "Engineer" }], undefined],
    ["twice the same", [own, own], undefined],
    ["no such job", [older], undefined],
  ])("in a version with %s", (_what, work, id) => {
    const { facts, lost } = factsFor([kept({ entry: acme })], "me", withWork(work));
    expect(facts.map(({ entry }) => entry)).toEqual(id === undefined ? [] : [id]);
    expect(lost).toHaveLength(id === undefined ? 1 : 0);
  });

  it("that is gone is told, with the fact that was not used", () => {
    const { lost } = factsFor([kept({ entry: acme })], "me", withWork([older]));
    expect(lostWarnings(lost)).toMatchObject([
      { code: "fact-not-placed", message: expect.stringMatching(/f1.*Acme Pay/) },
    ]);
  });
});
