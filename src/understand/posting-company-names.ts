import type { SourceLine } from "../schema/source.js";
import type { PostingSection } from "./posting-sections.js";
import type { PostingWords } from "./posting-words.js";
import { fold } from "./tokens.js";

const word = "(?:\\p{Lu}[\\p{L}\\p{N}.’'-]*|\\d+\\p{L}+|\\p{Ll}+\\p{Lu}\\p{L}*)";
const link = "(?:of|de|for|and|&|et|y|und|van|du|des|del|e\\.|\\+)";
/** A name of up to six words: "Elm & Oak", "University of Elmwood", "Kinderhaus Elm e. V.". */
const name = `${word}(?: (?:${link} )?(?:${word}|V\\.)){0,5}`;

/** The names that headings tell: "About Elm Robots", "Why Elm?", "Life at Elm". */
export function aboutNames(sections: readonly PostingSection[], words: PostingWords): string[] {
  return sections.flatMap(({ heading }) => {
    const found =
      /^(?:about|why|join|why join|life at|working at|work at|über|uber|à propos de|a propos de|sobre|om|over|why work (?:at|for))\s+(.+?)[:?!]?$/iu.exec(
        heading?.text.trim() ?? "",
      );
    const told = found?.[1] ?? "";
    return /^[\p{Lu}\d]|^\p{Ll}+\p{Lu}/u.test(told) &&
      told.split(/\s+/).length <= 5 &&
      words.has("title-word", fold(told)) === null
      ? [told]
      : [];
  });
}

/** "one of the founders of Lanternfish", "I am working with Dijkwater, a maker of …", "View all jobs at Elm", "We're Elm, …". */
export function toldNames(lines: readonly SourceLine[], words: PostingWords): string[] {
  const founders = words.phrases("founder-of").join("|");
  const clients = words.phrases("client-of").join("|");
  const ours = words.phrases("we-are").join("|");
  const board = words.phrases("jobs-at").join("|");
  const pattern = new RegExp(
    `(?<!\\p{L})(?:(?:${founders}) (${name})(?=[.,;!]|$)|(?:${clients}) (${name}), (?=(?:an?|the|one|who|eine?|une?|una?|das|die|der) )|(?:${ours}) (${name})(?=,| [-–—] | and we)|(?:${board}) (${name})$)`,
    "gu",
  );
  return lines.flatMap(({ text }) =>
    [...text.matchAll(pattern)].map((match) => match.slice(1).find((one) => one !== undefined) ?? ""),
  );
}

/** The name before "is looking for a", "sucht", "recrute", "busca", also with words between: "Elm, a bakery in Lyon, seeks". */
export function seekers(lines: readonly SourceLine[], words: PostingWords): string[] {
  const verbs = words.phrases("seeks").join("|");
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(${name})(?:,[^.,;]{3,90}(?:,[^.,;]{3,60})?,| (?:in|im|aus|à|en) \\p{Lu}[^.,;]{2,40}| \\([^)]{2,30}\\))? (?:${verbs})(?![\\p{L}])`,
    "gu",
  );
  return lines.flatMap(({ text }) => [...text.matchAll(pattern)].map(([, seeker = ""]) => seeker));
}

/** Fewest words of a sentence whose subject is taken for a name. */
const shortestSentence = 7;
const proseKinds = new Set(["intro", "about", "company", "other", "benefits", "legal", "notes"]);

/** A name that begins a paragraph as its subject; `sure` where its verb is one by which companies speak of themselves. */
export function bodySubjects(
  sections: readonly PostingSection[],
  words: PostingWords,
): { name: string; sure: boolean }[] {
  const lead = new RegExp(
    `^(?:At|Bei|Bij|Chez|En|Join|Here at|With) (?:the )?(${name})(?:,|[.!]| as | and | today| we | our | you )`,
    "u",
  );
  const subject = new RegExp(`^(?:The |Das |Die |Der |La |El |Le |Les |De |Het )?(${name}),? (\\p{Ll}.{0,30})`, "u");
  return sections.flatMap(({ kind, lines }) => {
    if (!proseKinds.has(kind)) return [];
    return lines.flatMap(({ line, start }) => {
      if (line.style === "list" || line.style === "heading") return [];
      const text = line.text.slice(start).trim();
      const at = lead.exec(text);
      if (at !== null) return [{ name: at[1] ?? "", sure: true }];
      const found = subject.exec(text);
      if (found === null) return [];
      const [told, rest] = [found[1] ?? "", fold(found[2] ?? "")];
      const verb = words.has("hiring", rest);
      const first = fold(told.split(" ")[0] ?? "");
      const common = words.phrases("not-company").includes(first) || words.phrases("term-stop").includes(first);
      const acts = !common && told.includes(" ") && /^\p{Ll}{3,}s /u.test(found[2] ?? "");
      const sure = (verb !== null && rest.startsWith(verb)) || acts;
      const short = text.split(/\s+/).length < shortestSentence;
      const plain = !sure && (short || common);
      return plain || (!sure && !insideSentence(told, sections)) ? [] : [{ name: told, sure }];
    });
  });
}

/** Whether a name stands inside a sentence too ("… work at Elm with …"), where only names have capitals. */
function insideSentence(told: string, sections: readonly PostingSection[]): boolean {
  return sections.some(({ lines }) =>
    lines.some(({ line: { text } }) => {
      const at = text.indexOf(` ${told}`);
      return (
        at > 0 && /\p{Ll},?$/u.test(text.slice(0, at)) && !/^[\p{L}\p{N}-]/u.test(text.slice(at + told.length + 1))
      );
    }),
  );
}

/** "the City of Los Angeles": a public body's name, once for each two times it is printed. */
export function publicBodies(lines: readonly SourceLine[], words: PostingWords): string[] {
  const heads = words.phrases("public-body").join("|");
  const pattern = new RegExp(
    `\\b(?:${heads}) (?:of|de) (?:\\p{Lu}[\\p{L}.]+)(?: (?:\\p{Lu}[\\p{L}.]+|and(?= \\p{Lu})))*`,
    "gu",
  );
  const names = lines.flatMap(({ text }) => text.match(pattern) ?? []);
  return names.filter((_, index) => index % 2 === 0);
}
