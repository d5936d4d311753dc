/** The text cut at commas, semicolons, pipes, dots and tabs that stand outside brackets. */
export function listItems(text: string): string[] {
  const items: string[] = [];
  let item = "";
  let depth = 0;
  for (const [at, char] of [...text].entries()) {
    if ("([{（【".includes(char)) depth += 1;
    if (")]}）】".includes(char)) depth = Math.max(0, depth - 1);
    const cuts =
      ",;，；、|•·●▪◦\t".includes(char) &&
      !(char === "," && /\d/.test(text[at - 1] ?? "") && /\d/.test(text[at + 1] ?? ""));
    if (depth === 0 && cuts) {
      items.push(item);
      item = "";
    } else item += char;
  }
  return [...items, item].map(cleanItem).filter((one) => one !== "");
}

/** An item without the full stop, "and" and list marks around it. */
export function cleanItem(text: string): string {
  return text
    .replace(/\s+/g, " ")
    .trim()
    .replace(/^(?:and|und|et|y|e|&)\s+/i, "")
    .replace(/^[-–—*•·●▪◦✓✔➢►]\s*/u, "")
    .replace(/(?<!\b(?:etc|inc|Ph\.D|U\.S|\p{Lu}))[.。]$/u, "")
    .trim();
}
