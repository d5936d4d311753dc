import { describe, expect, it } from "vitest";
import { words } from "./resume-words.js";

function read(text: string, dayFirst = false): string[] {
  return words.dates(text, dayFirst).map(({ from, to, ongoing }) => `${from ?? ""}..${ongoing ? "on" : (to ?? "")}`);
}

describe("ranges", () => {
  it.each([
    ["Sep 2016 - Present", "2016-09..on"],
    ["September 2016 to May 2018", "2016-09..2018-05"],
    ["09/2016–08/2018", "2016-09..2018-08"],
    ["2016-09 — 2018-01", "2016-09..2018-01"],
    ["Sept. '16 - Oct '17", "2016-09..2017-10"],
    ["Apr. 2004-Sept. 2006", "2004-04..2006-09"],
    ["01.09.2016 - 31.12.2018", "2016-09-01..2018-12-31"],
    ["2016年9月 - 2018年10月", "2016-09..2018-10"],
    ["2016年9月至今", "2016-09..on"],
    ["März 2019 – heute", "2019-03..on"],
    ["mayo de 2019 - actualidad", "2019-05..on"],
    ["09/2019 - aujourd'hui", "2019-09..on"],
    ["since 2019", "2019..on"],
    ["seit März 2019", "2019-03..on"],
    ["2019 –", "2019..on"],
    ["2016-17", "2016..2017"],
    ["2019–21", "2019..2021"],
    ["May – Aug 2017", "2017-05..2017-08"],
    ["de 2006 à 2010", "2006..2010"],
    ["(2021 - present)", "2021..on"],
    ["2018 to date", "2018..on"],
    ["06/18 - 08/19", "2018-06..2019-08"],
    ["Jan-2019 to Dec-2020", "2019-01..2020-12"],
    ["2019.09 - 2023.06", "2019-09..2023-06"],
    ["Score: 3.8\tSep 2016 – Jul 2020", "2016-09..2020-07"],
    ["Level 3\tMay 2016 – Jul 2020", "2016-05..2020-07"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });
});

describe("single dates", () => {
  it.each([
    ["2016/09", "2016-09.."],
    ["9.2016", "2016-09.."],
    ["Spring 2016", "2016.."],
    ["mars 2019", "2019-03.."],
    ["Jan 5, 2020", "2020-01-05.."],
    ["5 January 2020", "2020-01-05.."],
    ["Expected Graduation: June 2016", "2016-06.."],
    ["Class of 2019", "2019.."],
    ["bis 2019", "..2019"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toEqual([expected]);
  });

  it("reads 3/4/2019 by the habit of the country", () => {
    expect(read("3/4/2019")).toEqual(["2019-03-04.."]);
    expect(read("3/4/2019", true)).toEqual(["2019-04-03.."]);
  });
});

it.each(["$2000", "Led 5 people", "2000+ users", "Reduced cost by 40%"])("finds no date in %s", (text) => {
  expect(read(text)).toEqual([]);
});

it("covers the brackets and words around a date", () => {
  expect(words.dates("BSc (expected May 2025)").map(({ text }) => text)).toEqual(["(expected May 2025)"]);
});

it("leaves a small word behind a gap to the text before it", () => {
  const [span] = words.dates("Universitat de\t2008 – 2013");
  expect(span).toMatchObject({ start: 15, from: "2008", to: "2013" });
  expect(words.dates("de 2008 a 2013")[0]).toMatchObject({ start: 0, from: "2008", to: "2013" });
});
