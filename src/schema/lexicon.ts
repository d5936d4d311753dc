import { z } from "zod";

/** A skill, tool, method or other term of a profession. */
export const LexiconEntry = z.object({
  canonical: z.string(),
  kind: z
    .string()
    .describe(
      "language, framework, tool, platform, method, skill, certification, degree, domain, soft, human-language, …",
    ),
  aliases: z.array(z.string()).describe("other spellings that mean the same: K8s for Kubernetes"),
  parents: z.array(z.string()).describe("what it is a kind of: PostgreSQL → SQL; having it shows part of the parent"),
  since: z.number().int().nullable().describe("year of first release, for technologies"),
});
export type LexiconEntry = z.infer<typeof LexiconEntry>;

/** A term found in a text. */
export interface TermHit {
  canonical: string;
  /** As it stands in the text. */
  text: string;
  start: number;
  end: number;
}

/** The skill lexicon, ready for matching. */
export interface Lexicon {
  /** By canonical name. */
  entries: ReadonlyMap<string, LexiconEntry>;
  /** The canonical name of a term or alias, whatever its case; null where it is unknown. */
  canonical(term: string): string | null;
  /** Terms at word boundaries, longest first, not overlapping, in the order of the text. */
  find(text: string): readonly TermHit[];
}
