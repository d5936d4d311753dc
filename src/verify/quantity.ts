import type { Keys } from "./keys.js";
import type { Bound, VerifyWords } from "./words.js";

/** A number of a text with its unit, what bounds it and what it counts. */
export interface Quantity {
  kind:
    | "count"
    | "percent"
    | "points"
    | "multiple"
    | "fraction"
    | "money"
    | "time"
    | "measure"
    | "frequency"
    | "ordinal"
    | "vague"
    | "year"
    | "label";
  /** In the unit's base: months or seconds for time, the amount for money. */
  value: number;
  /** The upper end of a range. */
  high: number | null;
  unit: string;
  bound: Bound;
  /** The small word that says whether it is a change, an end or a start. */
  role: "by" | "to" | "from" | "";
  /** The word before it and its bound: in of "in two years"; "" for none. */
  before: string;
  /** One of so many: "one of 5 chapters" is not five. */
  oneOf: boolean;
  /** Besides oneself: "two other trainers". */
  others: boolean;
  /** Said as a share of something: "30% of orders". */
  share: boolean;
  raw: string;
  /** First word and the word behind. */
  at: number;
  next: number;
  /** Keys of the words it counts. */
  noun: Set<string>;
  /** Keys of the head of "team of 5". */
  head: Set<string>;
  /** Keys of the words near it in the same clause. */
  near: Set<string>;
  /** Whether the clause says that something rose or fell by it. */
  direction: "up" | "down" | "none";
  /** Words it counts or measures, as they stand. */
  named: string[];
  /** The rate it is said at: "60 calls a day"; "" where none follows. */
  rate: string;
  /** A year that is one end of a span: 2020–2023. */
  spans: boolean;
  factor?: number;
  /** Written as "5-person": it counts people. */
  people: boolean;
  /** Counts people by a word for them ("5 volunteers") or as the size of a group ("a team of 5"). */
  persons: boolean;
}

/** What a reader of quantities needs to know. */
export interface QuantityContext {
  words: VerifyWords;
  keys: Keys;
  language: string;
}

/** A number with its unit, before its surroundings are read. */
export type BareQuantity = Pick<Quantity, "kind" | "value" | "high" | "unit" | "bound" | "next"> & {
  people?: boolean;
  /** The word glued to it: seat of "40-seat". */
  glued?: string;
  /** What its unit multiplies by. */
  factor?: number;
};
