import { expect, it } from "vitest";
import { passageOf } from "../../src/verify/claim.js";
import { keyBook } from "../../src/verify/keys.js";
import { quantitiesOf } from "../../src/verify/quantity-reader.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const words = await loadVerifyWords(data);
const keys = keyBook(words);

function read(text: string, language = "en"): string[] {
  const found = quantitiesOf(passageOf("", null, text, words, keys), { words, keys, language });
  return found.map(({ kind, value, high, unit, bound }) =>
    [kind, high === null ? value : `${value}–${high}`, unit, bound === "none" ? "" : bound]
      .filter((part) => part !== "")
      .join(" "),
  );
}

it.each([
  ["50K users", ["count 50000"]],
  ["50,000 users", ["count 50000"]],
  ["fifty thousand users", ["count 50000"]],
  ["two hundred and fifty orders", ["count 250"]],
  ["twenty-five nurses", ["count 25"]],
  ["one million records", ["count 1000000"]],
  ["40%", ["percent 40 percent"]],
  ["forty percent", ["percent 40 percent"]],
  ["40 per cent", ["percent 40 percent"]],
  ["12 percentage points", ["points 12 points"]],
  ["40x faster", ["multiple 40 times"]],
  ["3-fold", ["multiple 3 times"]],
  ["$1.2M budget", ["money 1200000 usd"]],
  ["$1,200,000", ["money 1200000 usd"]],
  ["1.2 million dollars", ["money 1200000 usd"]],
  ["€35K", ["money 35000 eur"]],
  ["6 years", ["time 72 month"]],
  ["six-year plan", ["time 72 month"]],
  ["18 months", ["time 18 month"]],
  ["two weeks", ["time 1209600 second"]],
  ["a team of 5+", ["count 5 over"]],
  ["more than 30 bugs", ["count 30 over"]],
  ["up to 30 calls", ["count 30 upto"]],
  ["nearly 100 guests", ["count 100 near"]],
  ["120-150 staff", ["count 120–150"]],
  ["120 to 150 staff", ["count 120–150"]],
  ["between five and ten people", ["count 5–10"]],
  ["6 of 8 quarters", ["count 6 of 8"]],
  ["4.7/5", ["count 4.7 of 5"]],
  ["dozens of calls", ["vague 12"]],
  ["a dozen clients", ["count 12"]],
  ["doubled sales", ["multiple 2 times"]],
  ["halved the time", ["fraction 0.5"]],
  ["two thirds of the costs", [`fraction ${2 / 3}`]],
  ["every week", ["frequency 1 week"]],
  ["weekly", ["frequency 1 week"]],
  ["every Saturday", ["frequency 1 week"]],
  ["a report on Mondays", ["frequency 1 week"]],
  ["in 2022", ["year 2022"]],
  ["2019-2021", ["year 2019", "year 2021"]],
  ["the third floor", ["ordinal 3"]],
  ["one of the clerks", []],
  ["B2B sales on S3", []],
  ["Rs. 1,50,000", ["money 150000 inr"]],
  ["₹5 lakh", ["money 500000 inr"]],
  ["HK$2,000", ["money 2000 hkd"]],
  ["AED 500", ["money 500 aed"]],
  ["5万", ["count 50000"]],
  ["at -20 °C", ["measure -20 celsius"]],
  ["20 degrees Celsius", ["measure 20 celsius"]],
  ["10x12 ft", ["measure 10–12 foot"]],
  ["7:40 minutes", ["time 460 clock"]],
  ["at 2:30 pm", ["time 870 clock"]],
  ["ranging from $500K to $4M", ["money 500000–4000000 usd"]],
  ["from five days to one", ["time 432000 second", "time 86400 second"]],
  ["by a third", [`fraction ${1 / 3}`]],
  ["per half-day", ["frequency 1 half-day"]],
])("reads the numbers of “%s”", (text, expected) => {
  expect(read(text)).toEqual(expected);
});

it("reads number words in the language of the resume", () => {
  expect(read("fünf Personen", "de")).toEqual(["count 5"]);
  expect(read("once personas", "es")).toEqual(["count 11"]);
  expect(read("once personas", "en")).toEqual([]);
  expect(read("2 millions d'euros", "fr")).toEqual(["count 2000000"]);
});

it("reads a decimal comma where the language has one", () => {
  expect(read("12,5 %", "de")).toEqual(["percent 12.5 percent"]);
  expect(read("2.500,75 €", "de")).toEqual(["money 2500.75 eur"]);
  expect(read("lots of 12,5 each", "en")).toEqual(["count 12", "count 5"]);
});
