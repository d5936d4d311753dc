import { expect, it } from "vitest";
import { directVoice } from "../../src/rewrite/offline-voice.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const words = await loadVerifyWords(data);

it.each([
  ["I am a nurse with six years in intensive care.", "Nurse with six years in intensive care."],
  ["I'm an accountant. I enjoy tidy books.", "Accountant. Enjoys tidy books."],
  [
    "I have worked on stock and tracking services and I enjoy making slow systems fast.",
    "Worked on stock and tracking services and enjoys making slow systems fast.",
  ],
  ["I have worked in retail since 2015.", "Has worked in retail since 2015."],
  ["I have ten years of experience in schools.", "Ten years of experience in schools."],
  ["I have a degree in law.", "Has a degree in law."],
  ["I led two kitchens, and I trained the cooks.", "Led two kitchens and trained the cooks."],
  ["I also speak to visitors.", "Also speaks to visitors."],
  ["Welder with 12 years. I carry my own tools to every site.", null],
  ["Welder with 12 years. I carry tools to every site.", "Welder with 12 years. Carries tools to every site."],
  ["My experience includes pensions and tax.", "Experience includes pensions and tax."],
  ["As a teacher I care about my pupils.", null],
  ["I was a teacher before I became a nurse.", null],
  ["We built the shop together.", null],
  ["Backend engineer with eight years of Go.", null],
])("turns “%s” into “%s”, or leaves it", (text, expected) => {
  expect(directVoice(text, words)).toBe(expected ?? text);
});
