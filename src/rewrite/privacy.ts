import type { Resume } from "../schema/resume.js";

/** Hides contact data behind placeholders and puts it back, letter by letter. */
export interface ContactMask {
  /** The text with <NAME>, <EMAIL>, <PHONE>, <LINK>, <HANDLE>, <PLACE> where contact data stood. */
  hide(text: string): string;
  /** The text with every placeholder that `hide` has made replaced by what it stood for. */
  show(text: string): string;
  /** Placeholders in a text that `hide` never made. */
  strange(text: string): string[];
}

type Basics = NonNullable<Resume["basics"]>;

const start = "(?<![\\p{L}\\p{N}])";
const end = "(?![\\p{L}\\p{N}])";
const placeholder = /<[A-Z]+(?:-\d+)?>/gu;
const space = "[\\s\\u00a0]+";

/** Forms that are contact data whoever the resume is about: a referee's address counts too. */
const general: readonly [string, string][] = [
  ["TEXT", "<[A-Z]+(?:-\\d+)?>"],
  ["EMAIL", "(?<![\\w.+%-])[\\w.+%-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+"],
  ["LINK", "(?:https?:\\/\\/|www\\.)[^\\s<>\"']*[^\\s<>\"'.,;:!?)\\]]"],
  [
    "LINK",
    `(?<![\\p{L}\\p{N}.-])(?:[a-z0-9-]+\\.)+(?<!asp\\.)(?:com|org|net|io|dev|me|co|app|ai|info|edu|gov|eu|de|fr|es|it|nl|ch|at|uk|us|ca|au|in)\\/[^\\s<>"']*[^\\s<>"'.,;:!?)\\]]`,
  ],
  ["PHONE", "(?<![\\w.])\\+\\d[\\d\\s().–-]{6,}\\d(?!\\d)"],
  ["PHONE", "(?<![\\w.])(?:1[\\s.–-])?\\(?\\d{3}\\)?[\\s.–-]{1,2}\\d{3}[\\s.–-]\\d{4}(?!\\d)"],
];

/** Whether a text holds an e-mail address, a link or a phone number of anybody. */
export function holdsContact(text: string): boolean {
  return general.some(([kind, source]) => kind !== "TEXT" && new RegExp(source, "iu").test(text));
}

/**
 * A mask for one person's contact data in all its spellings: name and parts of it, e-mail and its user part as a handle,
 * phone with any separators, links with and without scheme, address and town. `isTerm` says which short capitals of a
 * name line are certificates (RN, CPA) and stay.
 */
export function contactMask(basics: Basics | undefined, isTerm: (word: string) => boolean): ContactMask {
  const anyCase = [...general, ...knownForms(basics ?? {})];
  const ownCase = exactForms(basics ?? {}, isTerm);
  const shown = new Map<string, string>();
  const hidden = new Map<string, string>();
  const counts = new Map<string, number>();
  const hideOne = (kind: string, found: string): string => {
    const key = `${kind} ${found}`;
    const known = hidden.get(key);
    if (known !== undefined) return known;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    const made = count === 1 ? `<${kind}>` : `<${kind}-${count}>`;
    hidden.set(key, made);
    shown.set(made, found);
    return made;
  };
  const pass = (forms: readonly [string, string][], flags: string) => (text: string) => {
    if (forms.length === 0) return text;
    const pattern = new RegExp(forms.map(([, source]) => `(${source})`).join("|"), flags);
    return text.replace(pattern, (found: string, ...groups: unknown[]) => {
      const kind = forms[groups.findIndex((group) => group !== undefined)]?.[0] ?? "TEXT";
      return kind === "KEEP" ? found : hideOne(kind, found);
    });
  };
  const first = pass(anyCase, "giu");
  const second = pass(ownCase.length > 0 ? [["KEEP", placeholder.source], ...ownCase] : [], "gu");
  return {
    hide: (text) => second(first(text)),
    show: (text) => text.replace(placeholder, (mark) => shown.get(mark) ?? mark),
    strange: (text) => [...text.matchAll(placeholder)].map(([mark]) => mark).filter((mark) => !shown.has(mark)),
  };
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
const whole = (source: string): string => `${start}${source}${end}`;

/** What is found whatever its case. */
function knownForms(basics: Basics): [string, string][] {
  const forms: [string, string][] = [];
  const { email = "", phone = "", url = "", profiles = [], location = {} } = basics;
  const links = [url, ...profiles.map((profile) => profile.url ?? "")].filter((link) => link !== "");
  for (const link of links) {
    const bare = link
      .replace(/^[a-z]+:(\/\/)?/i, "")
      .replace(/^www\./i, "")
      .replace(/\/+$/, "");
    if (bare.includes(".")) forms.push(["LINK", whole(`(?:https?:\\/\\/)?(?:www\\.)?${escaped(bare)}`)]);
  }
  const digits = phone.replace(/\D/g, "").slice(-7).split("");
  if (digits.length === 7) {
    forms.push(["PHONE", `(?<!\\d)(?:[+(]?\\d[\\d\\s().–-]{0,12})?${digits.join("[\\s().–-]{0,3}")}(?!\\d)`]);
  }
  const address = location.address?.trim() ?? "";
  if (address.length > 4)
    forms.push([
      "PLACE",
      whole(
        address
          .split(/[\s,]+/)
          .map(escaped)
          .join("[\\s,]+"),
      ),
    ]);
  if ((location.postalCode?.length ?? 0) > 3) forms.push(["PLACE", whole(escaped(location.postalCode ?? ""))]);
  const name = namesIn(basics.name);
  if (name.length > 1) forms.push(["NAME", whole(name.map(escaped).join(space))]);
  const handles = [
    email.split("@")[0] ?? "",
    ...profiles.map((profile) => profile.username ?? ""),
    ...links.map((link) => /\/([^/?#]+)\/?$/.exec(link.replace(/^\w+:\/\//, ""))?.[1] ?? ""),
  ];
  const known = handles.map((text) => escaped(text.replace(/^@/, ""))).filter((text) => text.length > 3);
  const sources = [...new Set([...known, ...handlesOf(name)])].sort((a, b) => b.length - a.length);
  return [...forms, ...sources.map((source): [string, string] => ["HANDLE", whole(`@?${source}`)])];
}

/** The user names people make of their name: jane.doe, janedoe, jdoe, doe_jane, janed, with or without a number. */
function handlesOf(names: readonly string[]): string[] {
  const first = names[0] ?? "";
  const last = names.at(-1) ?? "";
  if (names.length < 2 || first.length < 2 || last.length < 2) return [];
  const pairs = [
    [first, last],
    [last, first],
    [first.charAt(0), last],
    [last, first.charAt(0)],
    [first, last.charAt(0)],
  ] as const;
  return pairs
    .filter(([a, b]) => a.length + b.length > 3)
    .map(([a, b]) => `${escaped(a)}${a.length === 1 || b.length === 1 ? "" : "[._-]?"}${escaped(b)}\\d{0,4}`);
}

/** What is found in its own case, capitalised or in capitals only, for it may be a common word too: Mark, May, Reading. */
function exactForms(basics: Basics, isTerm: (word: string) => boolean): [string, string][] {
  const forms: [string, string][] = [];
  const pieces = namesIn(basics.name).flatMap((name) => [name, ...name.split("-")]);
  for (const piece of new Set(pieces)) {
    const short = piece.length < 4 && piece === piece.toUpperCase();
    if (piece.length < 2 || /\./.test(piece) || (short && isTerm(piece))) continue;
    if (/\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(piece)) {
      forms.push(["NAME", escaped(piece)]);
    } else for (const spelling of spellings(piece)) forms.push(["NAME", `${whole(escaped(spelling))}(?!\\s+\\d{4})`]);
  }
  const city = basics.location?.city?.trim() ?? "";
  if (city.length > 2) for (const spelling of spellings(city)) forms.push(["PLACE", whole(escaped(spelling))]);
  return forms;
}

/** The words of a name, without particles in small letters and without what follows a comma. */
function namesIn(name: string | undefined): string[] {
  const words = (name ?? "").split(",")[0]?.split(/[\s\u00a0]+/) ?? [];
  const capitals = words.filter((word) => word !== word.toLowerCase());
  return (capitals.length > 0 ? capitals : words).filter((word) => /\p{L}/u.test(word));
}

function spellings(word: string): string[] {
  const plain = word.normalize("NFD").replace(/\p{M}/gu, "");
  const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
  return [...new Set([word, plain].flatMap((text) => [text, text.toUpperCase(), capital(text)]))];
}
