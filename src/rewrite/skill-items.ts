const isBoundary = (text: string): boolean => text === "" || /^\s*[,;]/.test(text);

/** The text cut at commas and semicolons that stand outside parentheses; empty items are left out. */
function splitItems(text: string): string[] {
  const items: string[] = [];
  let item = "";
  let depth = 0;
  for (const char of text) {
    if ("([{（".includes(char)) depth += 1;
    if (")]}）".includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && ",;".includes(char)) {
      items.push(item.trim());
      item = "";
    } else item += char;
  }
  items.push(item.trim());
  return items.filter((text) => text !== "");
}

/**
 * The items of a rewritten skill group, `Name: a, b, c` or `a, b, c`.
 *
 * Why `known`: an item of the source may hold a comma itself; it stays one item when the engine returns it unchanged.
 */
export function skillItems(text: string, name: string, known: readonly string[]): string[] {
  const longestFirst = known.filter((item) => item !== "").sort((a, b) => b.length - a.length);
  const items: string[] = [];
  let rest = withoutName(text, name, longestFirst).trim();
  while (rest !== "") {
    const start = rest;
    const item = longestFirst.find((item) => start.startsWith(item) && isBoundary(start.slice(item.length)));
    const next = item ?? splitItems(rest)[0] ?? rest;
    if (next !== rest || item !== undefined || !isBoundary(rest)) items.push(next);
    rest = rest.slice(Math.max(next.length, 1)).replace(/^[\s,;]+/, "");
  }
  return items.filter((item) => item !== "" && !/^[\s,;]+$/.test(item));
}

function withoutName(text: string, name: string, known: readonly string[]): string {
  if (name === "") return text;
  if (text.startsWith(`${name}:`)) return text.slice(name.length + 1);
  const colon = text.indexOf(":");
  const lead = text.slice(0, colon);
  if (colon < 0 || lead.includes(",") || known.some((item) => item.startsWith(`${lead}:`))) return text;
  return text.slice(colon + 1);
}
