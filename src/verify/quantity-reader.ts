import type { Passage } from "./claim.js";
import { singular } from "./keys.js";
import { type SpelledNumber, spelledAt } from "./number-words.js";
import type { BareQuantity, Quantity, QuantityContext } from "./quantity.js";
import { isSpanEnd, paired } from "./quantity-pairs.js";
import {
  boundBefore,
  counted,
  directionOf,
  headBefore,
  isLabelled,
  keySet,
  nearWords,
} from "./quantity-surroundings.js";
import { clockAt, digitsValue, joinedDigits, withRange, withUnit, withWhole } from "./quantity-units.js";
import type { Word } from "./tokens.js";
import type { Bound, Unit, VerifyWords } from "./words.js";

const periods = new Set([
  "second",
  "minute",
  "hour",
  "day",
  "half-day",
  "week",
  "fortnight",
  "month",
  "quarter",
  "year",
  "decade",
]);

const rating = new Set(["every", "each", "per", "a", "an", "one"]);

/** Before "a quarter" they say that a share is meant. */
const shares = new Set(["by", "to", "than", "about", "nearly", "almost", "over", "roughly", "around"]);

const spanning = new Set([
  "in",
  "within",
  "over",
  "after",
  "for",
  "during",
  "of",
  "under",
  "than",
  "almost",
  "nearly",
  "about",
]);

/** The quantities of a passage, in order: digits, words, units, ranges, frequencies, dates. */
export function quantitiesOf(passage: Passage, context: QuantityContext): Quantity[] {
  const list = passage.words;
  const found: Quantity[] = [];
  for (let at = 0; at < list.length; at += 1) {
    const bare = frequencyAt(list, at, context.words) ?? numberAt(passage, at, context);
    if (bare === null) continue;
    found.push(...complete(passage, at, bare, context));
    at = Math.max(at, bare.next - 1);
  }
  return paired(found, list);
}

function frequencyAt(list: readonly Word[], at: number, words: VerifyWords): BareQuantity | null {
  const word = list[at];
  if (word === undefined) return null;
  const own = words.units.get(word.lower);
  const bare = { kind: "frequency" as const, value: 1, high: null, bound: "none" as const };
  if (own?.kind === "frequency") return { ...bare, unit: own.unit, next: at + 1 };
  if (!rating.has(word.lower)) return null;
  const usual = /^(?:average|typical|normal|usual)$/.test(list[at + 1]?.lower ?? "") ? list[at + 2]?.lower : undefined;
  if (usual !== undefined && periods.has(usual)) return { ...bare, unit: usual, next: at + 3 };
  const named = list[at + 1]?.lower ?? "";
  const unit = named === "night" ? "day" : named;
  const behind = list[at + 2];
  const isWhole = !/[,;]/.test(list[at + 1]?.gap ?? "") && !(behind?.gap === " " && /^\d/.test(behind.lower));
  const habit = /^(?:every|each)$/.test(word.lower) ? words.units.get(`${named}s`) : undefined;
  if (isWhole && habit?.kind === "frequency") return { ...bare, unit: habit.unit, next: at + 2 };
  if (!isWhole || !periods.has(unit)) return null;
  const before = list[at - 1]?.lower ?? "";
  if (unit === "quarter" && /^(?:an?|one)$/.test(word.lower) && (shares.has(before) || behind?.lower === "of"))
    return null;
  const spans = word.lower === "one" || (/^an?$/.test(word.lower) && spanning.has(before));
  const time = words.units.get(unit);
  if (spans && time !== undefined) return { ...bare, kind: "time", value: time.factor, unit: time.unit, next: at + 2 };
  const isShort = unit === "second" || unit === "minute";
  return isShort && !["per", "each", "every"].includes(word.lower) ? null : { ...bare, unit, next: at + 2 };
}

function numberAt(passage: Passage, at: number, context: QuantityContext): BareQuantity | null {
  const list = passage.words;
  const written = moneySign(list, at, context.words);
  const start = written === null ? at : at + 1;
  const sign = written ?? signBefore(passage, at, context.words);
  const first = list[start];
  if (first === undefined) return null;
  if (first.lower === "decade")
    return { kind: "time", value: 120, high: null, unit: "month", bound: "none", next: at + 1 };
  const digits = /^\d/.test(first.lower) ? digitsAt(passage, start, sign, context) : null;
  if (digits !== null) return digits;
  if (written !== null) return null;
  return fromWords(list, at, context);
}

function digitsAt(passage: Passage, at: number, sign: Unit | null, context: QuantityContext): BareQuantity | null {
  const list = passage.words;
  const clock = clockAt(list, at);
  if (clock !== null) return clock;
  const parts = joinedDigits(list, at, context.language);
  const end = at + parts.count - 1;
  const digits = /^(\d[\d.,']*?)((?:st|nd|rd|th)\b|[\p{L}+].*|[-/].*)?$/u.exec(list[end]?.lower ?? "");
  if (digits === null) return null;
  const written = parts.count === 1 ? (digits[1] ?? "") : parts.written.replace(/[^\d.]*$/, "");
  return fromDigits(passage, end, written, digits[2] ?? "", sign, context);
}

/** A sign of money that is no word of its own, right before the digits: ₹ of "₹500". */
function signBefore(passage: Passage, at: number, words: VerifyWords): Unit | null {
  const start = passage.words[at]?.start ?? 0;
  if (start === 0 || !/^\d/.test(passage.words[at]?.lower ?? "")) return null;
  const unit = words.units.get(passage.text.slice(start - 1, start));
  return unit?.kind === "money" ? unit : null;
}

function moneySign(list: readonly Word[], at: number, words: VerifyWords): Unit | null {
  const word = list[at];
  if (word === undefined || word.lower.length > 3 || !/^(?:[$€£¥₹]|[a-z]{2,3})$/.test(word.lower)) return null;
  const before = list[at - 1];
  const joined =
    before !== undefined && word.gap === "" && before.end === word.start
      ? words.units.get(`${before.lower}${word.lower}`)
      : undefined;
  const unit = joined ?? words.units.get(word.lower);
  return unit?.kind === "money" && /^\d/.test(list[at + 1]?.lower ?? "") ? unit : null;
}

function fromDigits(
  passage: Passage,
  at: number,
  digits: string,
  rest: string,
  sign: Unit | null,
  context: QuantityContext,
): BareQuantity | null {
  const list = passage.words;
  const value = isBelowZero(passage, at) ? -digitsValue(digits) : digitsValue(digits);
  const plus = rest.startsWith("+") || /^[+]/.test(passage.text.slice(list[at]?.end ?? 0));
  const tail = rest.replace(/^\+/, "");
  const bare: BareQuantity = {
    kind: "count",
    value,
    high: null,
    unit: "",
    bound: plus ? "over" : "none",
    next: at + 1,
  };
  if (/^(st|nd|rd|th)$/.test(tail)) return { ...bare, kind: "ordinal" };
  if (/^\/\d+$/.test(tail)) return { ...bare, unit: `of ${tail.slice(1)}` };
  const size = /^[x×](\d+)$/.exec(tail);
  if (size !== null) return withUnit(list, { ...bare, high: Number(size[1]) }, "", sign, context);
  const range = /^-(\d[\d.,']*)(.*)$/.exec(tail);
  if (range !== null && sign === null && isYear(value) && isYear(Number(range[1])))
    return { ...bare, kind: "year", high: Number(range[1]) };
  if (range !== null)
    return withUnit(list, { ...bare, high: digitsValue(range[1] ?? "") }, range[2] ?? "", sign, context);
  const quantity = withUnit(list, bare, tail, sign, context);
  if (
    quantity.kind === "count" &&
    quantity.next === at + 1 &&
    tail === "" &&
    !plus &&
    isYear(value) &&
    /^\d{4}$/.test(digits)
  )
    return { ...quantity, kind: "year" };
  return withRange(list, withWhole(list, quantity, context), sign, context);
}

/** "-20 °C": a minus that joins no range. */
function isBelowZero(passage: Passage, at: number): boolean {
  const [start, end] = [passage.words[at]?.start ?? 0, passage.words[at]?.end ?? 0];
  return /(?:^|[\s(])[-−]$/.test(passage.text.slice(0, start)) && /^ ?°/.test(passage.text.slice(end));
}

function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099 && Number.isInteger(value);
}

function fromWords(list: readonly Word[], at: number, context: QuantityContext): BareQuantity | null {
  const lower = list[at]?.lower ?? "";
  const compound = lower.includes("-") ? /^(\p{L}+(?:-\p{L}+)?)-(\p{L}+)$/u.exec(lower) : null;
  const spelled = oneAfter(list, at) ?? spelledAt(list, at, context.words, context.language);
  if (spelled !== null) {
    const kind =
      spelled.kind === "value" || spelled.kind === "scale" || spelled.kind === "dozen" ? "count" : spelled.kind;
    const bare: BareQuantity = {
      kind,
      value: spelled.value,
      high: null,
      unit: kind === "multiple" ? "times" : "",
      bound: "none",
      next: at + spelled.count,
    };
    if (kind !== "count") return bare;
    return withRange(list, withWhole(list, withUnit(list, bare, "", null, context), context), null, context);
  }
  if (compound === null) return null;
  const head = { ...list[at], text: compound[1] ?? "", lower: compound[1] ?? "" } as Word;
  const value = spelledAt([head], 0, context.words, context.language);
  if (value === null || value.kind !== "value") return null;
  return withUnit(
    list,
    { kind: "count", value: value.value, high: null, unit: "", bound: "none", next: at + 1 },
    `-${compound[2]}`,
    null,
    context,
  );
}

/** "four hours or less", "5 or more". */
function boundBehind(list: readonly Word[], next: number): Bound | null {
  if (list[next]?.lower !== "or") return null;
  const word = list[next + 1]?.lower ?? "";
  if (/^(?:less|fewer|under|below)$/.test(word)) return "upto";
  return word === "more" || word === "over" ? "over" : null;
}

/** "from five days to one": there one is a number. */
function oneAfter(list: readonly Word[], at: number): SpelledNumber | null {
  const isEnd = list[at]?.lower === "one" && list[at - 1]?.lower === "to";
  const from = list.slice(Math.max(0, at - 6), at).some((word) => word.lower === "from");
  return isEnd && from ? { value: 1, count: 1, kind: "value" } : null;
}

/** Kinds that are compared by their value alone. */
const unmeasured: ReadonlySet<Quantity["kind"]> = new Set(["year", "frequency", "time", "measure"]);

function complete(passage: Passage, at: number, bare: BareQuantity, context: QuantityContext): Quantity[] {
  const { words, keys } = context;
  const list = passage.words;
  const before = boundBefore(list, at, words);
  const role = list[before.at - 1]?.lower;
  const percent = bare.kind === "count" && list[bare.next]?.lower === "%" ? "percent" : bare.kind;
  const label = percent === "count" && !bare.people && isLabelled(list, at);
  const near = unmeasured.has(percent) ? [] : nearWords(list, before.at, bare.next, words);
  const quantity: Quantity = {
    ...bare,
    kind: label ? "label" : percent,
    unit: label ? (list[at - 1]?.lower ?? "") : bare.unit,
    bound: boundBehind(list, bare.next) ?? (bare.bound === "none" ? before.bound : bare.bound),
    others: /^others?$/.test(list[bare.next]?.lower ?? ""),
    role: role === "by" || role === "to" || role === "from" ? role : "",
    before: role ?? "",
    oneOf: role === "of" && /^(?:one|part)$/.test(list[before.at - 2]?.lower ?? ""),
    share: list[bare.next]?.lower === "of",
    raw: passage.text.slice(list[before.at]?.start ?? 0, list[bare.next - 1]?.end ?? 0),
    at,
    people: bare.people === true,
    persons: isOfPersons(bare, list, before.at, words),
    rate: "",
    spans: false,
    noun: keySet(bare.people ? ["people"] : bare.glued ? [bare.glued] : counted(list, bare.next, words), keys),
    head:
      bare.people || bare.glued
        ? keySet(counted(list, bare.next, words), keys)
        : headBefore(list, before.at, words, keys),
    near: keySet(near, keys),
    named:
      percent === "count" && role !== "to" && role !== "from" && role !== "by"
        ? [...(bare.glued && !bare.people ? [bare.glued] : []), ...counted(list, bare.next, words)]
        : near.slice(0, 3),
    direction: directionOf(list, at, bare.next, words),
  };
  if (quantity.kind !== "year") return [quantity];
  if (quantity.high !== null)
    return [
      { ...quantity, high: null, spans: true },
      { ...quantity, value: quantity.high, high: null, spans: true },
    ];
  return [{ ...quantity, spans: isSpanEnd(list, at) }];
}

/** "5 volunteers", "a team of 5", "5-person". */
function isOfPersons(bare: BareQuantity, list: readonly Word[], from: number, words: VerifyWords): boolean {
  if (bare.people === true) return true;
  const kindOf = (word: string): string | undefined => words.people.get(singular(word)) ?? words.people.get(word);
  const group = list[from - 1]?.lower === "of" ? kindOf(list[from - 2]?.lower ?? "") : undefined;
  return (
    group === "group" ||
    counted(list, bare.next, words).some(
      (word) => kindOf(word) === "staff" || words.roles.get(singular(word))?.kind === "role",
    )
  );
}
