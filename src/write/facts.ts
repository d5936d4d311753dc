import type { FactsFile, KeptFact } from "../schema/facts.js";
import { hanging, type Layout } from "./terminal.js";

/** A kept fact for people, given the name of its entry: text, whom it counts for, when and how it was confirmed. */
export function factLines({ id, text, owner, at, origin }: KeptFact, entry: string | null, layout: Layout): string[] {
  const who = owner === null ? "every resume" : "one person's resumes";
  const where = entry === null ? who : `${entry}; ${who}`;
  const lead = `${id.padEnd(3)} `;
  const inner = " ".repeat(lead.length);
  const dim = (line: string): string => layout.color("dim", line);
  return [
    ...hanging(lead, text, layout),
    ...hanging(inner, `counts for ${where}`, layout, dim),
    ...hanging(inner, `confirmed ${at.slice(0, 10)}: ${origin}`, layout, dim),
  ];
}

/** All facts for people, or how to add the first. */
export function factsLines({ facts }: FactsFile, entryOf: (fact: KeptFact) => string | null, layout: Layout): string[] {
  if (facts.length === 0)
    return hanging(
      "",
      'No facts are kept. Add one: resumelaw facts add "Used Terraform for the staging cluster"',
      layout,
    );
  return facts.flatMap((fact, at) => [...(at === 0 ? [] : [""]), ...factLines(fact, entryOf(fact), layout)]);
}

/** The document of `facts list --json`. */
export function factsDocument({ facts }: FactsFile, path: string): object {
  return { schema: "resumelaw/facts@1", path, facts };
}
