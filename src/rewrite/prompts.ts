import type { Prompt, PromptFile, PromptLevel, PromptTier } from "../schema/prompt.js";
import { generalMark, type PromptProblem, promptError, readPrompt, variablesOf } from "./prompt-text.js";

/** A prompt file as it was read; `user` marks the person's own folder. */
export interface PromptSource {
  path: string;
  text: string;
  origin: "bundled" | "user";
}

/** Checked prompts, one for each service, tier, industry and level; a user's own stands in the place of the bundled one. */
export interface Prompts {
  files: readonly PromptFile[];
}

/** Which prompt is wanted. */
export interface PromptChoice {
  service: string;
  tier: Exclude<PromptTier, "any">;
  industry?: string | null;
  level?: PromptLevel | null;
}

/** The variables a service fills in, and those without which its prompt makes no sense. */
const services: Readonly<Record<string, { known: readonly string[]; needed: readonly string[] }>> = {
  resume_rewrite: {
    known: ["mark", "resume", "facts", "posting", "requirements", "doNotClaim"],
    needed: ["mark", "resume", "posting"],
  },
  resume_analysis: {
    known: ["mark", "resume", "facts", "posting", "requirements", "doNotClaim"],
    needed: ["mark", "resume", "posting", "requirements"],
  },
  resume_repair: { known: ["mark", "lines"], needed: ["mark", "lines"] },
  posting_requirements: { known: ["mark", "posting"], needed: ["mark", "posting"] },
};

/** What tells a prompt from every other: service/tier, then the industry and level of a variant. */
export function promptKey(file: Pick<PromptFile, "service" | "tier" | "industry" | "level">): string {
  return [`${file.service}/${file.tier}`, file.industry, file.level].filter(Boolean).join("/");
}

/** The prompts of the Markdown files among the sources; throws a UserError "settings" naming file and line of the first problem. */
export function loadPrompts(sources: readonly PromptSource[]): Prompts {
  const { files, problems } = readAll(sources);
  if (problems[0]) throw promptError(problems[0]);
  return { files };
}

/** Every problem of the prompt files, in the order of the files; empty where all is well. */
export function checkPrompts(sources: readonly PromptSource[]): PromptProblem[] {
  return readAll(sources).problems;
}

function readAll(sources: readonly PromptSource[]): { files: PromptFile[]; problems: PromptProblem[] } {
  const problems: PromptProblem[] = [];
  const byKey = new Map<string, PromptFile>();
  for (const source of sources.filter(({ path }) => path.endsWith(".md"))) {
    const { file, problems: found } = readPrompt(source.path, source.text, source.origin);
    problems.push(...found);
    if (!file || found.length > 0) continue;
    const key = promptKey(file);
    const other = byKey.get(key);
    if (other?.origin === file.origin) {
      problems.push({ path: file.path, line: 1, message: `is for ${key}, and so is ${other.path}` });
    } else if (other?.origin !== "user") byKey.set(key, file);
  }
  const files = [...byKey.values()];
  problems.push(...files.flatMap((file) => contractProblems(file, files)));
  return { files, problems };
}

function contractProblems(file: PromptFile, files: readonly PromptFile[]): PromptProblem[] {
  const problem = (message: string): PromptProblem => ({ path: file.path, line: 1, message });
  const contract = services[file.service];
  if (!contract) {
    return [problem(`no service is called ${file.service}; known are ${Object.keys(services).join(", ")}`)];
  }
  const unknown = file.variables.filter((name) => !contract.known.includes(name));
  if (unknown.length > 0) {
    return unknown.map((name) =>
      problem(`${file.service} has no variable ${name}; it has ${contract.known.join(", ")}`),
    );
  }
  if (isVariant(file)) {
    const hasGeneral = files.some((other) => !isVariant(other) && other.service === file.service);
    return hasGeneral ? [] : [problem(`is a variant of ${file.service}, which has no general prompt`)];
  }
  const used = variablesOf(`${file.system ?? ""}${file.user ?? ""}`);
  const general = used.includes("general") ? [problem(`${generalMark} has a meaning in variants only`)] : [];
  const missing = contract.needed.filter((name) => !used.includes(name));
  return [...general, ...missing.map((name) => problem(`the variable {{${name}}} is missing`))];
}

const isVariant = (file: PromptFile): boolean => file.industry !== null || file.level !== null;

/**
 * The prompt of a service for a tier, industry and level. Where no file is written for them the more general one serves;
 * a variant's {{general}} stands for the next more general text that fits: general, level, industry, both.
 * Throws a UserError "settings" where the service has no prompt of the tier.
 */
export function selectPrompt(prompts: Prompts, choice: PromptChoice): Prompt {
  const { industry = null, level = null } = choice;
  const steps: [string | null, PromptLevel | null][] = [[null, null]];
  if (level) steps.push([null, level]);
  if (industry) steps.push([industry, null]);
  if (industry && level) steps.push([industry, level]);
  const chain = steps.flatMap(([wantedIndustry, wantedLevel]) => {
    const fitting = prompts.files.filter(
      (file) => file.service === choice.service && file.industry === wantedIndustry && file.level === wantedLevel,
    );
    return fitting.find(({ tier }) => tier === choice.tier) ?? fitting.find(({ tier }) => tier === "any") ?? [];
  });
  const [base] = chain;
  if (!base || isVariant(base)) {
    throw promptError({
      path: `prompts/${choice.service}`,
      line: 1,
      message: `has no prompt for the tier ${choice.tier}`,
    });
  }
  const names = chain.map((file, index) => `${index === 0 ? promptKey(file) : variantName(file)}@${file.version}`);
  return {
    service: choice.service,
    title: chain.at(-1)?.title ?? base.title,
    version: names.join(" "),
    system: compose(chain.map((file) => file.system)),
    user: compose(chain.map((file) => file.user)),
    paths: chain.map(({ path }) => path),
  };
}

const variantName = (file: PromptFile): string => [file.industry, file.level].filter(Boolean).join("/");

function compose(parts: (string | null)[]): string {
  return parts.reduce<string>((general, part) => (part === null ? general : part.split(generalMark).join(general)), "");
}

/** The industry whose cues a posting names most, each once and in the title threefold; null below three, or where two are level. */
export function industryOf(prompts: Prompts, service: string, title: string, text: string): string | null {
  const scores = new Map<string, number>();
  for (const { industry, cues } of prompts.files.filter((file) => file.service === service)) {
    if (industry === null || scores.has(industry)) continue;
    scores.set(
      industry,
      cues.reduce((sum, cue) => sum + (names(text, cue) ? 1 : 0) + (names(title, cue) ? 3 : 0), 0),
    );
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  return first && first[1] >= 3 && first[1] > (second?.[1] ?? 0) ? first[0] : null;
}

function names(text: string, cue: string): boolean {
  const flags = cue === cue.toUpperCase() ? "u" : "iu";
  const escaped = cue.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
  return new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, flags).test(text);
}
