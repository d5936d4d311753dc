import { expect, it } from "vitest";
import { oneWayTable } from "../../src/verify/one-way.js";
import { wordRows } from "../../src/verify/word-file.js";
import { verifyWordFiles } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const columns = ["word", "stands-for", "use"];

it("reads its rows when it is first asked, and joins those of one word", () => {
  let reads = 0;
  const table = oneWayTable(() => {
    reads += 1;
    return wordRows(
      {
        name: "x.tsv",
        text: "word\tstands-for\tuse\ndrink\ttea\tthing\ndrink|beverage\tcoffee\tthing\ndrink\tsip\tdeed\n",
      },
      columns,
    );
  });
  expect(reads).toBe(0);
  expect([table.of("drink", "thing"), table.of("beverage", "thing"), table.of("tea", "thing")]).toEqual([
    ["tea", "coffee"],
    ["coffee"],
    [],
  ]);
  expect(table.of("drink", "deed")).toEqual(["sip"]);
  expect(reads).toBe(1);
});

it.each(["one-way", "kin"])("%s.tsv has something to stand for in each row", async (name) => {
  const path = verifyWordFiles.find((one) => one.endsWith(`/${name}.tsv`)) ?? "";
  const rows = wordRows({ name: path, text: await data.text(path) }, columns);
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter((row) => (row.cells[1] ?? "") === "")).toEqual([]);
});

it("names file and line of an unknown use", () => {
  const rows = () => wordRows({ name: "x.tsv", text: "word\tstands-for\tuse\ndrink\ttea\tnever\n" }, columns);
  expect(() => oneWayTable(rows).of("drink", "thing")).toThrow(/x\.tsv, line 2 has "never"/);
});
