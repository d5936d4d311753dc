import { UserError } from "../errors.js";
import { readPrompt } from "../rewrite/prompt-text.js";
import { type PromptSource, type Prompts, promptKey } from "../rewrite/prompts.js";

/** A prompt as `prompts list` shows it. */
export interface PromptRow {
  name: string;
  version: string;
  title: string;
  origin: "bundled" | "user";
  path: string;
}

/** The prompts in use, by name. */
export function promptRows({ files }: Prompts): PromptRow[] {
  return files
    .map((file) => ({
      name: promptKey(file),
      version: file.version,
      title: file.title,
      origin: file.origin,
      path: file.path,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The rows as aligned lines. */
export function promptLines(
  rows: readonly PromptRow[],
  style: (style: "bold" | "dim", text: string) => string,
): string[] {
  const wide = Math.max(...rows.map((row) => row.name.length));
  return rows.map(
    (row) =>
      `${style("bold", row.name.padEnd(wide))}  ${row.version}  ${row.title}${row.origin === "user" ? `  ${style("dim", row.path)}` : ""}`,
  );
}

/** The file of a prompt by its name or path; the user's own before the bundled one. A usage error names all where there is none. */
export function promptNamed(name: string, sources: readonly PromptSource[]): PromptSource {
  const named = sources.flatMap((source) => {
    const { file } = readPrompt(source.path, source.text, source.origin);
    return file ? [{ source, key: promptKey(file) }] : [];
  });
  const found = named.filter(
    ({ source, key }) => key === name || source.path === name || source.path === `prompts/${name}.md`,
  );
  const best = found.find(({ source }) => source.origin === "user") ?? found[0];
  if (best) return best.source;
  throw new UserError(
    "usage",
    `There is no prompt "${name}".`,
    `Prompts are: ${[...new Set(named.map(({ key }) => key))].sort().join(", ")}.`,
  );
}
