import { blocked, type Rule } from "./claim.js";

const unseen = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/gu;
const styled = /[\u{1d400}-\u{1d7ff}\uff01-\uff5e\u2460-\u24ff]/gu;
const markup = /<\/?[a-z][^>]*>|\]\([^)]*\)|```|^\s*#{1,6}\s|\*\*|&(?:#\d+|[a-z]+);|\{\{|\}\}/i;
const scripts: readonly RegExp[] = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
];

/** Invisible characters, look-alike letters of another script, markup and line breaks that the source lacks. */
export const invisible: Rule = (claim) => {
  const text = claim.edit.text ?? "";
  const known = claim.evidence.map((one) => claim.ground.task.parsed.ids[one.id]?.text ?? one.text).join("\n");
  const findings = [];
  const hidden = [...text.matchAll(unseen), ...text.matchAll(styled)]
    .map(([char]) => char)
    .find((char) => !known.includes(char));
  if (hidden !== undefined)
    findings.push(
      blocked(
        "invisible",
        codeOf(hidden),
        `The text holds the invisible or disguised character ${codeOf(hidden)}.`,
        claim,
      ),
    );
  for (const [word] of text.matchAll(/[\p{L}\p{M}]+/gu))
    if (scripts.filter((script) => script.test(word)).length > 1 && !known.includes(word))
      findings.push(blocked("invisible", word, `“${word}” mixes letters of two alphabets that look alike.`, claim));
  const other = foreignScript(text, `${known}\n${claim.sources.map((one) => one.text).join("\n")}`);
  if (other !== null)
    findings.push(blocked("invisible", other, `“${other}” is written in an alphabet your resume does not use.`, claim));
  const tag = markup.exec(text)?.[0];
  if (tag !== undefined && !known.includes(tag))
    findings.push(blocked("invisible", tag, `“${tag}” is markup, not text of a resume.`, claim));
  return findings;
};

function codeOf(char: string): string {
  return `U+${(char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}

function foreignScript(text: string, known: string): string | null {
  const [, ...others] = scripts;
  for (const script of others) {
    const word = text.match(/[\p{L}\p{M}]+/gu)?.find((one) => script.test(one) && !scripts[0]?.test(one));
    if (word !== undefined && !script.test(known)) return word;
  }
  return null;
}
