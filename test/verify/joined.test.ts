import { expect, it } from "vitest";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { blocking, type RuleRow } from "./rule-table.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const lexicon = await shippedLexicon();
const words = await loadVerifyWords(data);

const rows: RuleRow[] = [
  ["hold", "Wrote weekly posts", "Wrote and filmed weekly posts"],
  ["hold", "Prepared minutes", "Prepared agendas and minutes"],
  ["hold", "Sorted letters of 40 tenants", "Sorted letters and files of 40 tenants"],
  ["hold", "Repaired bicycles", "Inspected and repaired bicycles"],
  ["hold", "Looked after guests after dinner", "Looked after guests before and after dinner"],
  ["hold", "Talked to residents about meals", "Talked to residents and their families about meals"],
  ["hold", "Gave vaccines to patients", "Worked as nurse and vaccinator of patients"],
  ["hold", "Scheduled interviews", "Conducted and scheduled interviews"],
  ["pass", "Cleaned and joined lists", "Cleaned and merged lists"],
  ["pass", "Issued tickets and replacements for lost goods", "Issued tickets and product replacements for lost goods"],
  ["pass", "Washed dishes in the evening", "Performed dishwashing in the evening"],
];

it.each(rows)("joined: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(rules.length > 0, rules.join(" ")).toBe(expected === "hold");
});

it.each([
  ["hold", "Potter who makes GraphQL bowls for cafes"],
  ["hold", "Potter who makes clay and GraphQL bowls for cafes"],
  ["pass", "Potter crafting clay bowls for cafes"],
])("a thing of the summary keeps what tells more of it: %s “%s”", (expected, text) => {
  const rows = [
    ["summary", "Potter who makes clay bowls for cafes"],
    ["w1", "Potter", "Fernbrook Ltd", "Leeds", "2019-01", "2023-12"],
    ["w1.h1", "Learned GraphQL for the web shop"],
  ];
  const [verdict] = verifyEdits(taskOf(rows, lexicon), [replaced("summary", text, ["summary", "w1.h1"])], words);
  expect(verdict?.status === "held-back").toBe(expected === "hold");
});
