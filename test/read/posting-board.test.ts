import { describe, expect, it } from "vitest";
import { boardCompany } from "../../src/read/posting-board.js";

describe("the employer of a job on a board", () => {
  it.each([
    ["https://jobs.lever.co/elmandoak/1a", "<p>Elm &amp; Oak</p><p>At Elm and Oak we bake.</p>", "Elm and Oak"],
    ["https://jobs.ashbyhq.com/Elmfield/2b", "Elmfield's ovens are warm.", "Elmfield"],
    ["https://elmfield.recruitee.com/o/baker", "Work at Elmfield.", "Elmfield"],
    ["https://jobs.lever.co/elmfield/3c", "We bake bread.", ""],
    ["https://example.com/elmfield/3c", "Elmfield bakes bread.", ""],
  ])("at %s, as the text writes it", (url, description, expected) =>
    expect(boardCompany({ url, description })).toBe(expected),
  );
});
