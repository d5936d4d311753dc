import { expect, it } from "vitest";
import type { Tense } from "../../src/rewrite/offline-verbs.js";
import { reword } from "../../src/rewrite/offline-wording.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const words = await loadVerifyWords(data);

it.each<[string, Tense, string | null]>([
  ["Responsible for managing a team of 5", "past", "Managed a team of 5"],
  ["Responsible for managing a team of 5", "present", "Manage a team of 5"],
  ["Was responsible for writing tests and maintaining the wiki", "present", "Wrote tests and maintained the wiki"],
  [
    "Duties included answering phones, scheduling visits and filing records",
    "past",
    "Answered phones, scheduled visits and filed records",
  ],
  ["Tasked with building a REST API in Go", "past", "Built a REST API in Go"],
  ["Responsible for the ward's medicine cupboard", "past", null],
  ["Responsible for overbooking-proof seating", "past", null],
  ["Helped build the billing service", "past", null],
  ["I led the weekly stock count", "past", "Led the weekly stock count"],
  ["I successfully migrated the shop and I trained the staff", "past", "Migrated the shop and trained the staff"],
  ["Wrote scripts in order to import orders on a daily basis", "past", "Wrote scripts to import orders daily"],
  ["Served customers at the till", "past", null],
])("turns “%s” (%s) into “%s”", (text, tense, expected) => {
  expect(reword(text, tense, words)?.text ?? null).toBe(expected);
});
