import type { Lexicon, TermHit } from "../schema/lexicon.js";
import type { Posting, Requirement } from "../schema/posting.js";
import type { SourceDocument, Warning } from "../schema/source.js";
import { alternativesOf } from "./posting-alternatives.js";
import { type Demand, findDemands } from "./posting-demands.js";
import { postingFacts } from "./posting-facts.js";
import { keywordsOf } from "./posting-keywords.js";
import { languageOf } from "./posting-language.js";
import { type PostingSection, splitPosting } from "./posting-sections.js";
import { termsOf } from "./posting-terms.js";
import type { PostingWords } from "./posting-words.js";
import { yearsIn } from "./posting-years.js";
import { fold } from "./tokens.js";

/**
 * A job posting, understood from its lines without a model: who offers what where, each demand with the words it is
 * printed in, the responsibilities, and the keywords by weight. Benefits, the company's praise of itself, how to apply
 * and legal text are set aside.
 */
export function understandPosting(document: SourceDocument, lexicon: Lexicon, words: PostingWords): Posting {
  const sections = splitPosting(document.lines, words);
  const facts = postingFacts(document, sections, words);
  const requirements = findDemands(sections, words).map((demand, index) =>
    requirementOf(demand, index, lexicon, words),
  );
  const responsibilities = responsibilitiesOf(sections);
  return {
    ...facts,
    yearsExperience: yearsOf(facts.title, requirements, sections, document, words),
    education: educationOf(requirements, lexicon, words),
    requirements,
    responsibilities,
    keywords: keywordsOf(
      { title: facts.title, company: facts.company, requirements, responsibilities, sections },
      lexicon,
      words,
    ),
    language: languageOf(document.lines, words),
    warnings: warningsOf(facts.title, requirements, responsibilities),
  };
}

function requirementOf(demand: Demand, index: number, lexicon: Lexicon, words: PostingWords): Requirement {
  const hits: TermHit[] = termsOf(demand.quote, lexicon, words);
  return {
    id: `r${index + 1}`,
    text: demand.quote,
    kind: demand.kind,
    terms: [...new Set(hits.map(({ canonical }) => canonical))],
    alternatives: alternativesOf(demand.quote, hits, words),
    quote: demand.quote,
    line: demand.line.n,
  };
}

function responsibilitiesOf(sections: readonly PostingSection[]): string[] {
  return sections
    .filter(({ kind }) => kind === "responsibilities")
    .flatMap(({ lines }) => lines.map(({ line, start }) => line.text.slice(start).trim()))
    .filter((text) => text !== "" && !text.endsWith(":"));
}

/** The smallest number of years among the musts; without one there, in the title or in what introduces the job. */
function yearsOf(
  title: string | null,
  requirements: readonly Requirement[],
  sections: readonly PostingSection[],
  document: SourceDocument,
  words: PostingWords,
): number | null {
  const least = (found: (number | null)[]): number | null => {
    const numbers = found.filter((years) => years !== null);
    const whole = numbers.filter((years) => years >= 1);
    return numbers.length === 0 ? null : Math.min(...(whole.length > 0 ? whole : numbers));
  };
  const musts = requirements.filter(({ kind }) => kind === "must");
  const demanded = least(musts.map(({ text }) => yearsIn(text, words, false)));
  if (demanded !== null) return demanded;
  const head = document.lines.slice(0, 3).map(({ text }) => yearsIn(text, words, true));
  const intro = sections
    .filter(({ kind }) => kind === "intro" || kind === "about")
    .flatMap(({ lines }) => lines.map(({ line }) => yearsIn(line.text, words, true)));
  return least([title === null ? null : yearsIn(title, words, false), ...head]) ?? least(intro);
}

/** The first must that names a degree, one by name before "a degree in …"; as printed. */
function educationOf(requirements: readonly Requirement[], lexicon: Lexicon, words: PostingWords): string | null {
  const asksDegree = (one: Requirement): boolean =>
    one.terms.some((term) => lexicon.entries.get(term)?.kind === "degree");
  const must = requirements.find((one) => one.kind === "must" && asksDegree(one));
  const plain = requirements.find((one) => one.kind === "must" && words.has("degree-word", fold(one.text)) !== null);
  return (must ?? plain)?.text ?? null;
}

function warningsOf(
  title: string | null,
  requirements: readonly Requirement[],
  responsibilities: readonly string[],
): Warning[] {
  const warnings: Warning[] = [];
  if (title === null) warnings.push({ code: "no-title", message: "The posting names no job title.", line: null });
  if (requirements.length === 0) {
    const instead = responsibilities.length > 0 ? "its responsibilities" : "its whole text";
    warnings.push({
      code: "no-requirements",
      message: `The posting states no requirements; the match rests on the terms of ${instead}.`,
      line: null,
    });
  }
  return warnings;
}
