import type { Quantity } from "./quantity.js";

/** How well a number follows from others: exactly (or as its hedge says), likely (a sum), or not at all. */
export type Derivation = "exact" | "likely" | null;

/** A measure that went from one value to another. */
interface Change {
  from: Quantity;
  to: Quantity;
}

/**
 * Whether a number can be worked out from those of one line: the ratio or the difference of "from 8,000 to 31,000" ("nearly
 * quadrupled"), or the sum of what is counted there ("72 servers" of 60 and 12). A rounded number needs a word that says so ("about 73%").
 */
export function derivation(quantity: Quantity, source: readonly Quantity[]): Derivation {
  const changes = source.flatMap((from, at): Change[] => {
    const to = source[at + 1];
    const isPair = from.role === "from" && to?.role === "to" && from.kind === to.kind && from.unit === to.unit;
    return isPair && from.high === null && to.high === null && from.value > 0 ? [{ from, to }] : [];
  });
  const found = [...changes.map((change) => fromChange(quantity, change)), fromSum(quantity, source)];
  return found.includes("exact") ? "exact" : found.includes("likely") ? "likely" : null;
}

function fromChange(quantity: Quantity, { from, to }: Change): Derivation {
  const isRise = to.value > from.value;
  if (quantity.high !== null || quantity.role === "from" || quantity.role === "to") return null;
  if (quantity.direction !== "none" && (quantity.direction === "up") !== isRise) return null;
  const ratio = to.value / from.value;
  if (quantity.kind === "multiple") return isRise ? hedged(quantity, ratio) : null;
  if (quantity.kind === "fraction" && quantity.role === "" && quantity.value === 0.5)
    return isRise ? null : hedged({ ...quantity, value: 1 - quantity.value }, 1 - ratio);
  const isChange = quantity.role === "by" || quantity.direction !== "none";
  if (!isChange) return null;
  if (quantity.kind === "fraction") return hedged(quantity, Math.abs(ratio - 1));
  if (quantity.kind === "percent") return hedged(quantity, Math.abs(ratio - 1) * 100);
  const difference = Math.abs(to.value - from.value);
  const isSame =
    from.kind === "percent" ? quantity.kind === "points" : quantity.kind === from.kind && quantity.unit === from.unit;
  return isSame && from.kind !== "label" ? hedged(quantity, difference) : null;
}

/** "nearly" may be a tenth above the truth, "more than" a tenth below it, "about" close to it; a bare number is exact. */
function hedged({ value, bound }: Pick<Quantity, "value" | "bound">, truth: number): Derivation {
  if (bound === "near") return truth < value && truth >= value * 0.9 ? "exact" : null;
  if (bound === "over") return truth > value && truth <= value * (value === 0.5 ? 1.3 : 1.1) ? "exact" : null;
  if (bound === "about") return Math.abs(truth - value) <= value * 0.06 ? "exact" : null;
  return bound === "none" && Math.abs(truth - value) <= Math.abs(value) * 1e-6 ? "exact" : null;
}

function fromSum(quantity: Quantity, source: readonly Quantity[]): Derivation {
  if (quantity.kind !== "count" || quantity.noun.size === 0 || quantity.bound !== "none" || quantity.unit !== "")
    return null;
  const isAnybody = quantity.named.some((word) => /^(?:people|persons|staff|employees|workers|colleagues)$/.test(word));
  const parts = source.filter(
    (one) =>
      one.kind === "count" &&
      one.high === null &&
      one.unit === "" &&
      one.bound === "none" &&
      one.role === "" &&
      ([...quantity.noun].some((key) => one.noun.has(key)) || (isAnybody && one.persons)),
  );
  const rates = new Set(parts.map((one) => one.rate));
  const total = parts.reduce((sum, one) => sum + one.value, 0);
  return parts.length > 1 && rates.size === 1 && total === quantity.value ? "likely" : null;
}
