import type { RewriteTask } from "./engine.js";
import { articled, listed } from "./offline-names.js";
import type { Relevance } from "./offline-relevance.js";

/** A sentence on what the person holds, with the asked terms it names and the entries it rests on. */
export interface Credentials {
  sentence: string;
  canonicals: string[];
  ids: string[];
}

const leastWeight = 1;
const mostCertificates = 2;
/** A name that says by itself that it is held. */
const certificate = /\b(?:certified|certificate|certification|licen[cs]e)\b/i;
const words = /^\p{L}[\p{L}.'’&() -]{0,44}$/u;

/**
 * The finished degree and the certificates that the posting asks for, where `text` does not name them yet: "Has a Bachelor
 * of Science in Computer Science. AWS Certified Developer."
 */
export function askedCredentials(task: RewriteTask, relevance: Relevance, text: string): Credentials[] {
  const known = new Set(task.lexicon.find(text).map((hit) => hit.canonical));
  const asked = (name: string): string[] =>
    relevance.terms(name).filter((term) => relevance.weight(term) >= leastWeight && !known.has(term));
  return [...degreeOf(task, asked), ...certificatesOf(task, asked)];
}

function degreeOf(task: RewriteTask, asked: (name: string) => string[]): Credentials[] {
  const degrees = (task.parsed.resume.education ?? []).flatMap(({ studyType = "", area = "", endDate = "" }, at) => {
    const canonicals = asked(area);
    const isDone = endDate !== "" && endDate.slice(0, 7) <= (task.today ?? endDate).slice(0, 7);
    if (!isDone || canonicals.length === 0 || !words.test(studyType) || !words.test(area)) return [];
    return [{ sentence: `Has ${articled(studyType)} in ${area}.`, canonicals, ids: [`e${at + 1}`] }];
  });
  return degrees.slice(0, 1);
}

function certificatesOf(task: RewriteTask, asked: (name: string) => string[]): Credentials[] {
  const named = (task.parsed.resume.certificates ?? []).flatMap(({ name = "" }) => {
    const canonicals = asked(name);
    return canonicals.length > 0 && words.test(name) && certificate.test(name) ? [{ name, canonicals }] : [];
  });
  const first = named.slice(0, mostCertificates);
  if (first.length === 0) return [];
  const isPaper = first.every(({ name }) => /(?:certificate|certification|licen[cs]e)$/i.test(name));
  const sentence = `${isPaper ? "Has " : ""}${listed(first.map(({ name }) => (isPaper ? articled(name) : name)))}.`;
  return [{ sentence, canonicals: first.flatMap((one) => one.canonicals), ids: [] }];
}
