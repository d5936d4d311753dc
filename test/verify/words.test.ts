import { expect, it } from "vitest";
import { loadVerifyWords, parseVerifyWords, verifyWordFiles } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const files = await Promise.all(verifyWordFiles.map(async (name) => ({ name, text: await data.text(name) })));
const withLine = (ending: string, line: string) =>
  files.map((file) => (file.name.endsWith(ending) ? { ...file, text: `${file.text}${line}\n` } : file));

it("knows the forms of regular and irregular verbs", async () => {
  const { lemmas, pasts } = await loadVerifyWords(data);
  expect(["managed", "managing", "led", "wrote", "planned", "carries"].map((form) => lemmas.get(form))).toEqual([
    "manage",
    "manage",
    "lead",
    "write",
    "plan",
    "carry",
  ]);
  expect(["manage", "write", "plan", "oversee"].map((verb) => pasts.get(verb))).toEqual([
    "managed",
    "wrote",
    "planned",
    "oversaw",
  ]);
});

it.each([
  ["verbs.tsv", "juggle\t7\t3", /verbs\.tsv, line \d+ has 7/],
  ["verbs.tsv", "juggle\tmuch\t3", /verbs\.tsv, line \d+ has "much" where a number/],
  ["scope.tsv", "galactic\tarea\t5\tmaybe", /scope\.tsv, line \d+ has "maybe"; known are strict, loose/],
  ["units.tsv", "furlong\tlength\tmetre\t201", /units\.tsv, line \d+ has "length"/],
  ["stock-phrases.tsv", "one\ttwo", /stock-phrases\.tsv, line \d+ has more than 1 columns/],
])("names file and line of a fault in %s", (ending, line, message) => {
  expect(() => parseVerifyWords(withLine(ending, line))).toThrow(message);
});

it("says which list is missing", () => {
  expect(() => parseVerifyWords(files.slice(1))).toThrow(/verbs\.tsv is missing/);
});
