import { expect, it } from "vitest";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const words = await loadVerifyWords(data);
const lexicon = await shippedLexicon();

it.each([
  ["2012", "Built reports with GitHub Copilot", true],
  ["2024", "Built reports with GitHub Copilot", false],
  ["2012", "Built reports with Excel", false],
])("a job that ended in %s: “%s” is flagged as too young: %s", (end, text, expected) => {
  const rows = [
    ["w1", "Clerk", "Fernbrook Ltd", "Leeds", "2010", end],
    ["w1.h1", "Built reports"],
  ];
  const [verdict] = verifyEdits(taskOf(rows, lexicon), [replaced("w1.h1", text)], words);
  expect(verdict?.findings.some(({ rule }) => rule === "anachronism")).toBe(expected);
});
