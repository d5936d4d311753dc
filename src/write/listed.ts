import type { Section } from "../schema/resume.js";
import type { SourceLine } from "../schema/source.js";
import type { Line } from "./outline.js";
import { datesOf, leavesOf, linesOf, type Print, soleLine, stringAt } from "./printed.js";
import { joinRuns, plain, type Run, runsOf, safeUrl, textOf, urlRun } from "./runs.js";

/** Texts that stand as they are, one line each. */
export function linesBlock(print: Print, paths: readonly string[]): Line[] {
  return paths.flatMap((path) => {
    const lines = linesOf(print, path);
    const style = lines.length > 0 && lines.every(({ style }) => style === "list") ? "item" : "paragraph";
    const texts = stringAt(print, path).split(/\s*\n\s*/);
    return texts.filter((text) => text !== "").map((text) => lineOf(text, lines, style));
  });
}

/** Values as their one source line prints them ("Tech: React, Node"), else side by side. */
export function spokenLine(print: Print, paths: readonly string[]): Line[] {
  if (paths.length === 0) return [];
  const line = soleLine(print, paths);
  const isOwn = line !== null && !sharedWithHead(print, paths, line);
  if (isOwn) return [lineOf(line.text, [line], line.style === "list" ? "item" : "paragraph")];
  const text = paths.map((path) => (isOneOfMany(paths) ? stringAt(print, path) : labelled(print, path))).join(", ");
  return [{ block: "line", style: "paragraph", runs: plain(text), right: "" }];
}

const isOneOfMany = (paths: readonly string[]): boolean => paths.length > 1;

/** A value with the word the source has before it: `GPA: 3.9`. */
function labelled(print: Print, path: string): string {
  const value = stringAt(print, path);
  for (const { text } of linesOf(print, path)) {
    const part = text.split(/[\t|•·,;()]/).find((part) => part.includes(value));
    if (part !== undefined && part.trim().length <= value.length + 24) return part.trim();
  }
  return value;
}

/** Whether other values of the entry stand on the line too, so that printing it here would double them. */
function sharedWithHead(print: Print, paths: readonly string[], line: SourceLine): boolean {
  const entry = /^\w+\[\d+\]/.exec(paths[0] ?? "")?.[0];
  return Object.entries(print.parsed.provenance).some(
    ([path, lines]) => path.startsWith(`${entry}.`) && !paths.includes(path) && lines.includes(line.n),
  );
}

function lineOf(text: string, lines: readonly SourceLine[], style: Line["style"]): Line {
  const [left = "", right = "", ...more] = text.split(/\s*\t\s*/);
  const isAligned = more.length === 0 && right !== "" && left !== "";
  const shown = isAligned ? left : text.replace(/\s*\t\s*/g, " | ");
  const isBold =
    lines.length > 0 && lines.every(({ bold }) => bold) && text === lines.map(({ text }) => text).join(" ");
  const runs = runsOf(shown, lines).map((run) => (isBold ? { ...run, bold: true } : run));
  return { block: "line", style, runs, right: isAligned ? right : "" };
}

/** Skill groups, certificates, languages and other entries that take a line or a few. */
export function listedBlocks(print: Print, kind: string, paths: readonly string[], section: Section): Line[] {
  if (kind === "skills") return paths.map((path) => skillLine(print, path)).filter(({ runs }) => runs.length > 0);
  if (kind === "sections")
    return paths.flatMap((path) =>
      linesBlock(
        print,
        leavesOf(print, path).filter((leaf) => leaf.includes(".items[") && !isRunningHead(print, leaf)),
      ),
    );
  const printed = new Set<number>();
  return paths.flatMap((path) => {
    const line = soleLine(print, leavesOf(print, path));
    if (!line) return composed(print, path);
    if (printed.has(line.n)) return [];
    printed.add(line.n);
    const text = line.n === section.line ? behindHeading(line.text, section.heading) : line.text;
    return [lineOf(text, [line], line.style === "list" ? "item" : "paragraph")];
  });
}

/**
 * Whether a text is the page's running header or footer: it says the person's name or contacts again and at most a word like "page".
 *
 * Why: on a page laid out anew it would stand in the middle of the text, and all it says is in the head.
 */
function isRunningHead(print: Print, path: string): boolean {
  const lines = linesOf(print, path);
  if (lines.length === 0 || !lines.every(({ region }) => region === "header" || region === "footer")) return false;
  const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];
  const known = new Set(leavesOf(print, "basics").flatMap((leaf) => wordsIn(stringAt(print, leaf))));
  const words = wordsIn(stringAt(print, path));
  return words.some((word) => known.has(word)) && words.filter((word) => !known.has(word)).length <= 1;
}

/** A line that begins with its own heading, `Languages: English, German`, without it. */
function behindHeading(text: string, heading: string): string {
  const start = heading.replace(/[\s:：]+$/, "");
  return text.toLowerCase().startsWith(start.toLowerCase())
    ? text.slice(start.length).replace(/^[\s:：–—-]+/, "")
    : text;
}

function skillLine(print: Print, path: string): Line {
  const leaves = leavesOf(print, path).filter((leaf) => !leaf.endsWith(".name"));
  const items = leaves.map((leaf) => stringAt(print, leaf)).join(", ");
  const name = stringAt(print, `${path}.name`);
  const lead: Run[] = name === "" ? [] : [{ text: items === "" ? name : `${name}:`, url: null, bold: true }];
  return { block: "line", style: "paragraph", runs: joinRuns([lead, plain(items)], " "), right: "" };
}

/** The order of a composed line: what it is called, then what it belongs to. */
const NAMES = ["name", "title", "language"];
const SECONDS = ["issuer", "awarder", "publisher", "fluency", "level"];

function composed(print: Print, path: string): Line[] {
  const value = (key: string): string => stringAt(print, `${path}.${key}`);
  const name = NAMES.map(value).find((text) => text !== "") ?? "";
  const second = SECONDS.map(value).filter((text) => text !== "");
  const items = leavesOf(print, path)
    .filter((leaf) => /\.keywords\[\d+\]$/.test(leaf))
    .map((leaf) => stringAt(print, leaf));
  const address = value("url");
  const target = safeUrl(address);
  const shown = address === "" ? [] : target === null || name === "" ? [urlRun(address)] : [];
  const title: Run[] = name === "" ? [] : [{ text: name, url: target, bold: false }];
  const listed = items.length === 0 ? title : joinRuns([title, plain(items.join(", "))], ": ");
  const runs = joinRuns([listed, ...second.map(plain), shown], ", ");
  const known = new RegExp(
    `\\.(${[...NAMES, ...SECONDS, "url", "date", "releaseDate", "startDate", "endDate"].join("|")}|keywords\\[\\d+\\])$`,
  );
  const rest = leavesOf(print, path).filter((leaf) => !known.test(leaf));
  const right = datesOf(print, path, false);
  const printedOn = linesOf(print, leavesOf(print, path)[0] ?? "");
  const style = rest.length > 0 || printedOn.some(({ style }) => style !== "list") ? "paragraph" : "item";
  const head: Line[] = textOf(runs) === "" && right === "" ? [] : [{ block: "line", style, runs, right }];
  return [...head, ...linesBlock(print, rest)];
}
