// Finding the lexicon's terms in two texts of 5 KB, as a ratio against one alternation of the same names in the same run:
// rounds are interleaved, each round has texts that were not seen before (so nothing comes from a cache), and the median
// of the ratios is printed.
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseLexicon } from "../../dist/understand/lexicon.js";

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const folder = join(root, "templates", "lexicon", "skills");
const rounds = Number(process.env.ROUNDS ?? 15) * 20;
const size = 5000;
const aim = 0.5;
const bound = 1.6;

const files = readdirSync(folder).map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));
const lexicon = parseLexicon(files);
const names = [...lexicon.entries.values()].flatMap(({ canonical, aliases }) => [canonical, ...aliases]);
const escaped = names
  .sort((one, other) => other.length - one.length)
  .map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
const alternation = new RegExp(`(?<![A-Za-z0-9])(?:${escaped.join("|")})(?![A-Za-z0-9])`, "gi");

/** A text of 5 KB of lines as resumes and postings have them, whose names differ by the seed. */
function textOf(seed) {
  const lines = [];
  for (let at = seed, length = 0; length < size; at += 37) {
    const own = [0, 11, 23].map((step) => names[(at * 7 + step) % names.length]);
    lines.push(
      `Built and ran services with ${own[0]} and ${own[1]} for ${at % 90} teams, wrote the plans for ${own[2]}.`,
    );
    length += lines.at(-1).length;
  }
  return lines;
}

/** Milliseconds of a run over both texts. */
function time(run, texts) {
  const begun = process.hrtime.bigint();
  for (const line of texts) run(line);
  return Number(process.hrtime.bigint() - begun) / 1e6;
}

const median = (numbers) => [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
const own = [];
const ratios = [];
for (let round = 0; round < rounds; round += 1) {
  const texts = [...textOf(round * 1009), ...textOf(round * 2003 + 1)];
  const [found, listed] = [time((line) => lexicon.find(line), texts), time((line) => line.match(alternation), texts)];
  if (round < rounds / 5) continue;
  own.push(found);
  ratios.push(found / listed);
}
const ratio = median(ratios);
console.log(
  `terms of two texts of 5 KB, ${lexicon.entries.size} entries: ${median(own).toFixed(2)} ms, ${ratio.toFixed(2)}× one alternation  aim ${aim}${ratio > aim ? " (missed)" : ""}, bound ${bound}${ratio > bound ? "  ABOVE" : ""}`,
);
if (ratio > bound) process.exitCode = 1;
