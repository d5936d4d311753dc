import { beforeAll, describe, expect, it } from "vitest";
import { corpus, hasCorpus } from "../doubles.js";
import { floors } from "./floors.js";
import { readingRows } from "./score-reading.js";
import { gateRows, offlineRows, tokenRows } from "./score-rewriting.js";
import { postingRows, resumeRows } from "./score-understanding.js";
import { breachOf, cellsOf, markdownTable, plainTable, type Row } from "./scorecard.js";

/** `npm run scorecard` prints a table for the terminal, with SCORECARD=markdown the one of the README; no other run needs it. */
const { SCORECARD, npm_lifecycle_event: script } = process.env;
const format = SCORECARD ?? (script === "scorecard" ? "plain" : null);
const rows: Row[] = [];

describe.skipIf(format === null)("the scorecard", () => {
  beforeAll(async () => {
    if (!hasCorpus) throw new Error(`There is no corpus at ${corpus}; RESUMELAW_CORPUS says where it is.`);
    for (const part of [readingRows, resumeRows, postingRows, gateRows, offlineRows, tokenRows])
      rows.push(...(await part()));
    const cells = cellsOf(rows);
    process.stdout.write(`\n${format === "markdown" ? markdownTable(cells) : plainTable(cells)}\n\n`);
  });

  it("has a row for every measure, in the order of the floors", () => {
    expect(rows.map(({ key }) => key)).toEqual(Object.keys(floors));
  });

  it.each(Object.keys(floors))("%s keeps its floor", (key) => {
    const row = rows.find((one) => one.key === key);
    expect(row && breachOf(row)).toBeNull();
  });
});
