import { describe, expect, it } from "vitest";
import { assemble } from "../../src/understand/assemble.js";

const text = (value: string) => ({ text: value, lines: [1] });

describe("assemble", () => {
  it("writes the fields in the order of the schema, whatever the order they were found in", () => {
    const { resume } = assemble({
      basics: {
        profiles: [{ username: text("mia"), network: text("GitHub") }],
        location: { region: text("OR"), city: text("Portland") },
        name: text("Mia Example"),
      },
      entries: [
        {
          collection: "work",
          value: { note: text("own"), startDate: text("2016"), name: text("Acme"), url: undefined },
        },
      ],
      notes: [text("page 1")],
    });
    expect(JSON.stringify(resume)).toBe(
      JSON.stringify({
        basics: {
          name: "Mia Example",
          location: { city: "Portland", region: "OR" },
          profiles: [{ network: "GitHub", username: "mia" }],
        },
        work: [{ name: "Acme", startDate: "2016", note: "own" }],
        meta: { notes: ["page 1"] },
      }),
    );
  });

  it("notes the lines of each text under its path", () => {
    const { provenance } = assemble({
      basics: { name: { text: "Mia", lines: [1, 2] } },
      entries: [{ collection: "skills", value: { keywords: [{ text: "Go", lines: [4] }] } }],
      notes: [],
    });
    expect(provenance).toEqual({ "basics.name": [1, 2], "skills[0].keywords[0]": [4] });
  });
});
