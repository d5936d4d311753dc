import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const lexicon = await shippedLexicon();
const words = await loadVerifyWords(data);

/** Rows of a rule's table: whether it blocks, what the resume says, what the new text says. */
export type RuleRow = readonly ["hold" | "pass", string, string];

/** The rules that block a new text of a line of one job. */
export function blocking(before: string, after: string): string[] {
  const head = ["w1", "Clerk", "Fernbrook Ltd", "Leeds", "2019-01", "2023-12"];
  const [verdict] = verifyEdits(taskOf([head, ["w1.h1", before]], lexicon), [replaced("w1.h1", after)], words);
  return (verdict?.findings ?? []).filter((one) => one.severity === "block").map((one) => one.rule);
}
