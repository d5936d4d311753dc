import type { Lexicon } from "../schema/lexicon.js";

const productKinds = new Set("language framework library tool platform database service protocol".split(" "));
const certificateKinds = new Set(["certification", "license", "standard"]);

/** Whether a term is one product, language or protocol and no kind of them: AWS, not cloud computing. */
export function isProduct(term: string, lexicon: Lexicon): boolean {
  const entry = lexicon.entries.get(term);
  return entry !== undefined && productKinds.has(entry.kind) && !isCategory(term, lexicon);
}

/**
 * Whether having the one shows the other in full: a product shows the category or the product it is a kind of (AWS shows
 * cloud computing, PostgreSQL shows SQL), a certificate the certificate it is a kind of.
 *
 * Why not every kind: QuickBooks shows part of accounting and wound care part of nursing, not the whole.
 */
export function showsFully(term: string, ancestor: string, lexicon: Lexicon): boolean {
  const above = lexicon.entries.get(ancestor);
  const kind = lexicon.entries.get(term)?.kind ?? "";
  if (above === undefined) return false;
  if (certificateKinds.has(kind)) return certificateKinds.has(above.kind);
  return productKinds.has(kind) && (productKinds.has(above.kind) || isCategory(ancestor, lexicon));
}

const categories = new WeakMap<Lexicon, ReadonlySet<string>>();

/** Whether most of what a term is the kind of are products: databases, CI/CD, web frameworks. */
function isCategory(term: string, lexicon: Lexicon): boolean {
  const known = categories.get(lexicon) ?? categoriesOf(lexicon);
  categories.set(lexicon, known);
  return known.has(term);
}

function categoriesOf(lexicon: Lexicon): ReadonlySet<string> {
  const counts = new Map<string, { all: number; products: number }>();
  for (const { kind, parents } of lexicon.entries.values()) {
    for (const parent of parents) {
      const count = counts.get(parent) ?? { all: 0, products: 0 };
      count.all += 1;
      if (productKinds.has(kind)) count.products += 1;
      counts.set(parent, count);
    }
  }
  const most = [...counts].filter(
    ([parent, { all, products }]) => products * 2 > all && lexicon.entries.get(parent)?.since === null,
  );
  return new Set(most.map(([parent]) => parent));
}
