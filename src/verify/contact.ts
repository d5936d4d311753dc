import { blocked, type Rule } from "./claim.js";

const address = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu;
const link =
  /\b(?:https?:\/\/|www\.)[^\s)>\]]+|\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:com|org|net|io|dev|me|co|edu|gov|info|app|ai|de|fr|uk|eu|ly)(?:\/[^\s)>\]]*)?(?![\w-])/giu;
const phone = /(?:\+\d{1,3}[\s.-]?)?(?:\(\d{2,4}\)[\s.-]?|\d{2,4}[\s.-])\d{3}[\s.-]?\d{3,4}\b|\+\d{8,14}\b/g;

/** Web addresses, mail addresses and telephone numbers that the resume lacks. */
export const contact: Rule = (claim) => {
  const { text } = claim.passage;
  const written = [...text.matchAll(address), ...text.matchAll(link)].map(([token]) => token);
  const called = [...text.matchAll(phone)].map(([token]) => token);
  if (written.length === 0 && called.length === 0) return [];
  const known = claim.ground.task.source.lines
    .flatMap((line) => [line.text, ...line.links.map((one) => one.url)])
    .concat(claim.sources.map((one) => one.text))
    .join("\n")
    .toLowerCase();
  const digits = known.replace(/[\s().-]/g, "");
  const isKnown = (token: string): boolean => known.includes(token.toLowerCase().replace(/[.,;]+$/, ""));
  const links = written.filter((token) => !isKnown(token));
  const terms = claim.ground.task.lexicon;
  const phones = called.filter((token) => !digits.includes(token.replace(/[\s().-]/g, "")));
  return [...new Set([...links.filter((token) => terms.canonical(token) === null), ...phones])].map((token) =>
    blocked("contact", token, `“${token}” is no address or number of your resume.`, claim),
  );
};
