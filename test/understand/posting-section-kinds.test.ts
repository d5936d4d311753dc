import { describe, expect, it } from "vitest";
import { readPosting } from "../../src/read/document.js";
import { loadKnowledge } from "../../src/understand/knowledge.js";
import { understandPosting } from "../../src/understand/posting.js";
import { data } from "../doubles.js";

const knowledge = await loadKnowledge(data);

async function demands(text: string) {
  const source = await readPosting(new TextEncoder().encode(text), "posting.md");
  const posting = understandPosting({ ...source, sha256: "" }, knowledge.lexicon, knowledge.posting);
  return posting.requirements.map((one) => `${one.kind}: ${one.text}`);
}

describe("a section under a heading of unknown wording", () => {
  it("holds demands where its items name what a person can have", async () => {
    const text = "# Baker\n\n## Flour on your hands\n\n- Two years of baking\n- Knowledge of rye\n- A steady hand";
    expect(await demands(text)).toEqual(["must: Two years of baking", "must: Knowledge of rye", "must: A steady hand"]);
  });

  it("holds wishes behind the demands where its heading has a wish's word", async () => {
    const text = "# Baker\n\n## Requirements\n\n- Rye\n\n## A few extras we like\n\n- Sourdough\n- Cakes";
    expect(await demands(text)).toEqual(["must: Rye", "nice: Sourdough", "nice: Cakes"]);
  });

  it("holds no demands where its items name pay and leave, or where another heading announces them", async () => {
    expect(await demands("# Baker\n\n## Warm bread\n\n- Salary by experience\n- Paid leave after two years")).toEqual(
      [],
    );
    const text = "# Baker\n\n## Requirements\n\n- Rye\n\n## How we bake\n\n- With skill\n- With experience";
    expect(await demands(text)).toEqual(["must: Rye"]);
  });

  it("holds duties where its items begin with what one does, and demands where no other list asks for more", async () => {
    const text =
      "# Baker\n\n## First weeks\n\n- Write the plan\n- Train two people\n\n## You, roughly\n\n- A steady hand\n- Humour\n- You know rye\n- Early hours";
    expect(await demands(text)).toEqual(
      ["A steady hand", "Humour", "You know rye", "Early hours"].map((one) => `must: ${one}`),
    );
  });

  it("ends the demands above it in a text without marks", async () => {
    const text =
      "Baker\nElm Lane Bakery\n\nRequirements\nTwo years in a bakery\nGood English\n\nThe thank-yous\nSalary of $20 an hour\nFree bread";
    expect(await demands(text)).toEqual(["must: Two years in a bakery", "must: Good English"]);
  });

  it("takes the kind of a lead of unknown wording from its words or from its list", async () => {
    const text =
      "# Baker\n\nRequirements:\n- Rye\n\nIt would also be good if you had:\n- Sourdough\n- Cakes\n\nYou can count on:\n- Paid leave\n- Free bread";
    expect(await demands(text)).toEqual(["must: Rye", "nice: Sourdough", "nice: Cakes"]);
  });
});
