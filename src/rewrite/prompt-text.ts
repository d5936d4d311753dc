import { UserError } from "../errors.js";
import { type PromptFile, PromptMeta } from "../schema/prompt.js";

/** Something wrong in a prompt file; `line` counts from 1. */
export interface PromptProblem {
  path: string;
  line: number;
  message: string;
}

/** In a variant, the place of the same part of the more general prompt. */
export const generalMark = "{{general}}";

const variablePattern = /\{\{([^{}]*)\}\}/g;
const hint = "Run `resumelaw prompts check` to see every problem of the prompt files.";

/** A prompt problem as the failure a user sees: file, line, what is wrong. */
export function promptError(problem: PromptProblem): UserError {
  return new UserError("settings", `${problem.path}, line ${problem.line}: ${problem.message}.`, hint);
}

/** One prompt file, checked; throws a UserError "settings" naming the file and the line. */
export function parsePrompt(path: string, text: string, origin: PromptFile["origin"] = "bundled"): PromptFile {
  const { file, problems } = readPrompt(path, text, origin);
  const first = problems[0];
  if (first) throw promptError(first);
  if (!file) throw new Error(`${path} was read without a problem and without a result`);
  return file;
}

/** A prompt file and everything that is wrong with it; `file` is null where the front matter cannot be used. */
export function readPrompt(
  path: string,
  text: string,
  origin: PromptFile["origin"],
): { file: PromptFile | null; problems: PromptProblem[] } {
  const lines = text.replace(/^\uFEFF/, "").split(/\r?\n/);
  const problems: PromptProblem[] = [];
  const report = (line: number, message: string): void => void problems.push({ path, line, message });
  const end = lines[0] === "---" ? lines.indexOf("---", 1) : -1;
  if (end < 0) {
    report(1, "has no front matter between two lines of ---");
    return { file: null, problems };
  }
  const { values, at } = frontMatter(lines.slice(1, end), report);
  const parts = readParts(lines, end + 1, report);
  const meta = PromptMeta.safeParse(values);
  for (const issue of meta.error?.issues ?? []) {
    const key = issue.code === "unrecognized_keys" ? issue.keys[0] : issue.path[0];
    const line = at.get(String(key)) ?? 1;
    const missing = key !== undefined && !(String(key) in values);
    const what = issue.code === "unrecognized_keys" ? "is not known here" : missing ? "is missing" : issue.message;
    report(line, `\`${String(key)}\` ${what}`);
  }
  if (!meta.success) return { file: null, problems };
  checkVariables(lines, end + 1, meta.data.variables, at.get("variables") ?? 1, report);
  const variant = meta.data.industry !== null || meta.data.level !== null;
  if (!variant && (parts.system === null || parts.user === null)) {
    report(end + 1, `a general prompt needs both parts; \`# ${parts.system === null ? "System" : "User"}\` is missing`);
  }
  if (meta.data.industry !== null && meta.data.cues.length === 0) {
    report(at.get("industry") ?? 1, "an industry needs `cues`, the words by which its postings are known");
  }
  return { file: { ...meta.data, path, origin, ...parts }, problems };
}

type Report = (line: number, message: string) => void;

function frontMatter(lines: string[], report: Report): { values: Record<string, unknown>; at: Map<string, number> } {
  const values: Record<string, unknown> = {};
  const at = new Map<string, number>();
  for (const [index, text] of lines.entries()) {
    const line = index + 2;
    if (text.trim() === "" || text.startsWith("#")) continue;
    const found = /^([A-Za-z]\w*):\s*(.*?)\s*$/.exec(text);
    const key = found?.[1];
    if (key === undefined) report(line, "is neither `key: value` nor `key: [one, two]`");
    else if (at.has(key)) report(line, `\`${key}\` stands here a second time`);
    else {
      at.set(key, line);
      values[key] = scalarOrList(found?.[2] ?? "");
    }
  }
  return { values, at };
}

function scalarOrList(text: string): string | string[] {
  const plain = (value: string): string => value.trim().replace(/^(["'])(.*)\1$/, "$2");
  const list = /^\[(.*)\]$/.exec(text)?.[1];
  if (list === undefined) return plain(text);
  return list.trim() === "" ? [] : list.split(",").map(plain);
}

function readParts(lines: string[], from: number, report: Report): Pick<PromptFile, "system" | "user"> {
  const parts: Record<"System" | "User", string[] | null> = { System: null, User: null };
  let current: string[] | null = null;
  for (let index = from; index < lines.length; index += 1) {
    const text = lines[index] ?? "";
    const heading = /^#\s+(.*?)\s*$/.exec(text)?.[1];
    if (heading === undefined) {
      if (current) current.push(text);
      else if (text.trim() !== "") report(index + 1, "text stands before the heading `# System` or `# User`");
    } else if (heading !== "System" && heading !== "User") {
      report(index + 1, `the heading \`# ${heading}\` is neither \`# System\` nor \`# User\``);
    } else if (parts[heading] !== null) {
      report(index + 1, `the part \`# ${heading}\` stands here a second time`);
    } else {
      current = [];
      parts[heading] = current;
    }
  }
  return { system: parts.System?.join("\n").trim() ?? null, user: parts.User?.join("\n").trim() ?? null };
}

function checkVariables(lines: string[], from: number, declared: string[], at: number, report: Report): void {
  const used = new Set<string>();
  for (let index = from; index < lines.length; index += 1) {
    for (const [, name = ""] of (lines[index] ?? "").matchAll(variablePattern)) {
      used.add(name);
      if (name !== "general" && !declared.includes(name)) {
        report(index + 1, `the variable {{${name}}} is not in the list of \`variables\``);
      }
    }
  }
  for (const name of new Set(declared)) {
    if (!used.has(name)) report(at, `the variable ${name} is listed but never used`);
    if (declared.indexOf(name) !== declared.lastIndexOf(name)) report(at, `the variable ${name} is listed twice`);
  }
}

/** The names of the variables in a text, each once. */
export function variablesOf(text: string): string[] {
  return [...new Set([...text.matchAll(variablePattern)].map(([, name = ""]) => name))];
}

/** A prompt's text with its variables replaced; braces inside the values stay as they are. Throws where one is missing. */
export function fillPrompt(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(variablePattern, (_, name: string) => {
    const value = Object.hasOwn(values, name) ? values[name] : undefined;
    if (value === undefined) throw new Error(`no value for the prompt variable {{${name}}}`);
    return value;
  });
}
