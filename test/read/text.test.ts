import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeText } from "../../src/read/encoding.js";
import { lossOf } from "../../src/read/loss.js";
import { readText } from "../../src/read/text.js";
import { corpus, hasCorpus } from "../doubles.js";

const read = (text: string) => readText(Buffer.from(text), "cv.txt");
const shown = async (text: string) =>
  (await read(text)).lines.map(
    (line) => `${{ heading: "#", list: "-", body: " ", table: "|" }[line.style]}${line.level} ${line.text}`,
  );

describe("readText", () => {
  it.each([
    ["dashes", "- Built a thing\n- Sold a thing"],
    ["bullets without a blank", "•Built a thing\n•Sold a thing"],
    ["Symbol font bullets", "\uf0b7\tBuilt a thing\n\uf0b7\tSold a thing"],
    ["numbers", "1. Built a thing\n2. Sold a thing"],
    ["letters", "a) Built a thing\nb) Sold a thing"],
    ["the letter o", "o Built a thing\no Sold a thing"],
  ])("takes the marks off a list of %s", async (_name, text) => {
    expect(await shown(text)).toEqual(["-1 Built a thing", "-1 Sold a thing"]);
  });

  it("begins a line anew at a label, where the text is broken by hand", async () => {
    const broken =
      "- Rebuilt the intake form with the nurses of three wards, so that a patient\n  is asked once and the ward has it before the bed is ready for the patient\n- Wrote the handbook that new staff of the whole house read on the first";
    const lines = await shown(
      `${broken}\n  day\n\nMethods: Excel, Bookkeeping, Negotiation, Phlebotomy, Welding, Spring Boot\nTools: Food safety, SQL`,
    );
    expect(lines.slice(-2)).toEqual([
      " 0 Methods: Excel, Bookkeeping, Negotiation, Phlebotomy, Welding, Spring Boot",
      " 0 Tools: Food safety, SQL",
    ]);
  });

  it("tells nested items by their indent", async () => {
    expect(await shown("- Outer\n  - Inner\n  - Second\n- Next")).toEqual([
      "-1 Outer",
      "-2 Inner",
      "-2 Second",
      "-1 Next",
    ]);
  });

  it.each(["1. Oktober 2019 bis heute", "12. In a row", "o menino", "-5 degrees", "2019 - 2020"])(
    "leaves %j as it is",
    async (text) => {
      expect(await shown(text)).toEqual([` 0 ${text}`]);
    },
  );

  it("joins the lines of a wrapped paragraph and of wrapped items", async () => {
    const text = [
      "Engineer with eight years of building and running services for many firms.",
      "Likes systems that are boring, and is happiest when a flaky thing becomes",
      "one that nobody has to think of.",
      "",
      "- Led the rewrite of the tracking service from one program to four smaller",
      "  services, with much lower latency.",
      "- Kept it simple.",
    ].join("\n");
    const { lines } = await read(text);
    expect(lines.map((line) => line.text)).toEqual([
      "Engineer with eight years of building and running services for many firms. Likes systems that are boring, and is happiest when a flaky thing becomes one that nobody has to think of.",
      "Led the rewrite of the tracking service from one program to four smaller services, with much lower latency.",
      "Kept it simple.",
    ]);
    expect(lines.map((line) => line.ref)).toEqual([
      { in: "text", from: 1, to: 3 },
      { in: "text", from: 5, to: 6 },
      { in: "text", from: 7, to: 7 },
    ]);
  });

  it("keeps short lines, entries and contact lines apart", async () => {
    const text =
      "Rosa Blum\nrosa@example.com\n12 Main Street\nSenior Cook | The Inn\t2019 - 2021\nVienna\nCook | The Barn     2017 - 2019";
    expect(await shown(text)).toEqual([
      " 0 Rosa Blum",
      " 0 rosa@example.com",
      " 0 12 Main Street",
      " 0 Senior Cook | The Inn\t2019 - 2021",
      " 0 Vienna",
      " 0 Cook | The Barn\t2017 - 2019",
    ]);
  });

  it.each([
    ["capitals", "Rosa Blum\n\nWORK HISTORY\nCook", ["#2 WORK HISTORY"]],
    ["a double rule below", "Rosa Blum\nvienna\n\nWork history\n============\nCook", ["#1 Work history"]],
    ["a rule below", "Rosa Blum\nvienna\n\nWork history\n------------\nCook", ["#2 Work history"]],
    ["ornaments", "Rosa Blum\n\n=== Work history ===\nCook", ["#2 Work history"]],
    ["a colon", "Rosa Blum\n\nWork history:\nCook", ["#2 Work history:"]],
  ])("knows a heading by %s", async (_name, text, headings) => {
    expect((await shown(text)).filter((line) => line.startsWith("#"))).toEqual(headings);
  });

  it("drops rules and leader dots but no word", async () => {
    expect(await shown("Skills\n* * * *\nPrice . . . . . . . . . 5 EUR\n~~~~~~~~")).toEqual([
      " 0 Skills",
      " 0 Price\t5 EUR",
    ]);
  });

  it("counts the blank lines above", async () => {
    expect((await read("One\n\n\nTwo\nThree")).lines.map((line) => line.gap)).toEqual([0, 2, 0]);
  });

  it("loses and doubles no word, whatever the lines", async () => {
    const word = fc.stringMatching(/^[A-Za-z]{2,9}$/);
    const row = fc.tuple(
      fc.constantFrom("", "- ", "  ", "1. ", "\t", "• ", "WORK: "),
      fc.array(word, { maxLength: 14 }),
      fc.constantFrom(" ", "   ", "\t"),
    );
    const text = fc
      .array(row, { maxLength: 25 })
      .map((rows) => rows.map(([mark, words, gap]) => mark + words.join(gap)).join("\n"));
    await fc.assert(
      fc.asyncProperty(text, async (source) => {
        const { lines } = await read(source);
        const words = source.replace(/^1\. ?/gm, "");
        const kept = lines.map((line) => line.text.replace(/^1\.( |$)/, ""));
        expect(
          lossOf(
            [words],
            kept.map((one) => ({ text: one })),
          ),
        ).toEqual({ lost: [], doubled: [] });
      }),
      { numRuns: 150 },
    );
  });
});

describe.skipIf(!hasCorpus)("the texts of the corpus", () => {
  const folders = hasCorpus ? ["resumes/txt", "jobs/txt"] : [];
  const files = folders.flatMap((folder) =>
    readdirSync(join(corpus, folder))
      .filter((name) => name.endsWith(".txt"))
      .map((name) => join(folder, name)),
  );
  it.each(files)("keeps every word of %s once", async (file) => {
    const bytes = readFileSync(join(corpus, file));
    const { lines, warnings } = await readText(bytes, file);
    const { lost, doubled } = lossOf([decodeText(bytes).text], lines);
    expect({
      lost: lost.filter((words) => !/^(\d{1,2}|[a-z])( (\d{1,2}|[a-z]))*$/i.test(words)),
      doubled,
      warnings,
    }).toEqual({
      lost: [],
      doubled: [],
      warnings: [],
    });
  });

  it("reads the dates pushed right by spaces, the headings in capitals and every bullet", async () => {
    const { lines } = await readText(
      readFileSync(join(corpus, "resumes/txt/james-thompson-frontend.txt")),
      "james.txt",
    );
    expect(lines.filter((line) => line.style === "heading")).toHaveLength(8);
    expect(lines.filter((line) => line.style === "list")).toHaveLength(23);
    expect(lines.map((line) => line.text)).toContain("Senior Frontend Engineer | Airbnb\tMar 2021 - Present");
  });

  it("joins the wrapped paragraphs of a posting", async () => {
    const { lines } = await readText(readFileSync(join(corpus, "jobs/txt/northwind-senior-backend.txt")), "job.txt");
    expect(lines).toHaveLength(19);
    expect(lines[4]?.text).toBe(
      "Design, build, and operate distributed services in Go that handle high request volume with tight latency targets.",
    );
  });
});
