import { UserError } from "../errors.js";
import type { Fact } from "../schema/edit.js";
import { type EntryName, FactsFile, type KeptFact } from "../schema/facts.js";
import type { ParsedResume } from "../schema/resume.js";
import type { Warning } from "../schema/source.js";
import { fold } from "../understand/fold.js";
import { entryValue } from "../verify/entry-header.js";

/** Longest fact in characters: one sentence. */
const longest = 500;
const kinds = { w: "work", v: "volunteer", e: "education", p: "projects" } as const;

const version = FactsFile.shape.schema.value;

/** The facts of a file's text; a UserError "settings" naming the file and the place where it is broken or of another version. */
export function parseFacts(text: string, path: string): FactsFile {
  const broken = (what: string): UserError =>
    new UserError(
      "settings",
      `The facts file ${path} ${what}.`,
      "Nothing was changed in it. Mend it by hand, or move it away and confirm your facts again with `resumelaw facts add`.",
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw broken("is not valid JSON");
  }
  const schema = typeof value === "object" && value !== null && "schema" in value ? value.schema : undefined;
  if (schema !== version) throw broken(`is not of the kind this version knows (${version})`);
  const checked = FactsFile.safeParse(value);
  if (!checked.success) {
    const issue = checked.error.issues[0];
    throw broken(`has a wrong value at "${issue?.path.join(".") ?? ""}": ${issue?.message ?? "unknown"}`);
  }
  const ids = checked.data.facts.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice !== undefined) throw broken(`has two facts with the id ${twice}`);
  if (ids.some((id) => Number(id.slice(1)) > checked.data.last)) throw broken('has an id above its "last"');
  return checked.data;
}

/** One line of a fact, its white space levelled; a UserError "usage" where it is empty or longer than a sentence. */
export function factText(raw: string): string {
  const text = raw.replace(/[\s\p{Cc}]+/gu, " ").trim();
  if (text.length >= 3 && text.length <= longest) return text;
  throw new UserError(
    "usage",
    text.length > longest
      ? `A fact is one sentence, of at most ${longest} characters; this one has ${text.length}.`
      : "A fact needs some words.",
    'For example: resumelaw facts add "Used Terraform for the staging cluster"',
  );
}

/** The file with one more fact, and the fact with its new id. */
export function withFact(file: FactsFile, fact: Omit<KeptFact, "id">): { file: FactsFile; fact: KeptFact } {
  const last = file.last + 1;
  const kept = { id: `f${last}`, ...fact };
  return { file: { ...file, last, facts: [...file.facts, kept] }, fact: kept };
}

/** The file without a fact, and the fact; a UserError "usage" for an id it does not have. */
export function withoutFact(file: FactsFile, id: string): { file: FactsFile; fact: KeptFact } {
  const fact = file.facts.find((one) => one.id === id);
  if (fact === undefined)
    throw new UserError("usage", `There is no fact “${id}”.`, "`resumelaw facts list` shows them.");
  return { file: { ...file, facts: file.facts.filter((one) => one !== fact) }, fact };
}

/** What the entry with this id is; null for none. */
export function entryName(parsed: ParsedResume, entry: string): EntryName | null {
  const value = entryValue(parsed, entry);
  const kind = kinds[entry.charAt(0) as keyof typeof kinds];
  if (value === null || kind === undefined) return null;
  const text = (...keys: string[]): string =>
    keys.map((key) => value[key]).find((one): one is string => typeof one === "string") ?? "";
  return {
    kind,
    name: text("name", "organization", "institution"),
    title: [text("position", "studyType"), kind === "education" ? text("area") : ""].filter(Boolean).join(", "),
    start: text("startDate"),
  };
}

/** The ids of the entries that a resume has, in its order. */
export function entryIds(parsed: ParsedResume): string[] {
  return Object.entries(kinds).flatMap(([letter, kind]) =>
    (parsed.resume[kind] ?? []).map((_, at) => `${letter}${at + 1}`).filter((id) => entryName(parsed, id) !== null),
  );
}

/** An entry for people: "Senior Nurse at Ridge Hospital (2019-03)". */
export function entryText({ kind, name, title, start }: EntryName): string {
  const joint = kind === "education" ? ", " : " at ";
  const what = [title, name].filter(Boolean).join(joint) || "an entry without a name";
  return start === "" ? what : `${what} (${start})`;
}

/** The facts that count for one resume: its ids are those of this version of it; `lost` belong to an entry it does not have. */
export function factsFor(
  kept: readonly KeptFact[],
  owner: string | null,
  parsed: ParsedResume,
): { facts: Fact[]; lost: KeptFact[] } {
  const facts: Fact[] = [];
  const lost: KeptFact[] = [];
  for (const fact of kept) {
    if (fact.owner !== null && fact.owner !== owner) continue;
    const entry = fact.entry === null ? null : entryOf(fact.entry, parsed);
    if (entry === undefined) lost.push(fact);
    else facts.push({ id: fact.id, text: fact.text, entry, at: fact.at, origin: fact.origin });
  }
  return { facts, lost };
}

/** Says of each lost fact that it was not used, and why. */
export function lostWarnings(lost: readonly KeptFact[]): Warning[] {
  return lost.map(({ id, text, entry }) => ({
    code: "fact-not-placed",
    message: `Your fact ${id} (“${text}”) was not used: it belongs to “${entry === null ? "" : entryText(entry)}”, which this resume does not have, or has twice.`,
    line: null,
  }));
}

/** The id of the one entry that has this name, title and start; undefined for none or several. */
function entryOf(wanted: EntryName, parsed: ParsedResume): string | undefined {
  const found = entryIds(parsed).filter((id) => {
    const one = entryName(parsed, id);
    return (
      one !== null &&
      one.kind === wanted.kind &&
      fold(one.name) === fold(wanted.name) &&
      fold(one.title) === fold(wanted.title) &&
      sameStart(one.start, wanted.start)
    );
  });
  return found.length === 1 ? found[0] : undefined;
}

/** Whether two dates are one at the coarser of their precisions: 2019 and 2019-03. */
function sameStart(one: string, other: string): boolean {
  if (one === "" || other === "") return one === other;
  return one.startsWith(other) || other.startsWith(one);
}
