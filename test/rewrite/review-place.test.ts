import { describe, expect, it } from "vitest";
import { entryLabel, placeOf } from "../../src/rewrite/review-place.js";
import { parsed } from "./model-task.js";

describe("the place of a line", () => {
  it.each([
    ["summary", "Summary"],
    ["k1", "Skills, group 1 of 1"],
    ["w1.h2", "Engineer at Acme Pay (2019-03), highlight 2 of 3"],
    ["w2.h1", "Analyst at Tanaka & Sons (2016), highlight 1 of 1"],
    ["w1.summary", "Engineer at Acme Pay (2019-03), text"],
    ["constructor", "constructor"],
  ])("%s: %s", (id, expected) => {
    expect(placeOf(parsed, id)).toBe(expected);
  });

  it("of an entry without a place is none", () => {
    expect(entryLabel(parsed, "w9")).toBeNull();
    expect(entryLabel(parsed, "e1")).toBe("BSc, Mathematics, Harbour College");
    expect(entryLabel({ ...parsed, resume: { sections: [{ name: "Talks", items: ["One"] }] } }, "x1")).toBe("Talks");
  });
});
