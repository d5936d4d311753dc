import { asText, type JsonObject } from "./json-value.js";

/** Addresses of job boards that hold the employer's short name: jobs.lever.co/elmclinic/…, elmclinic.recruitee.com. */
const boardAddresses = [
  /\/\/(?:jobs|boards|job-boards|apply|careers)\.(?:eu\.)?(?:lever\.co|greenhouse\.io|ashbyhq\.com|workable\.com|smartrecruiters\.com)\/([\w.%-]+)\//i,
  /\/\/([\w-]+)\.(?:recruitee\.com|jobs\.personio\.(?:de|com)|bamboohr\.com|teamtailor\.com|breezy\.hr|workable\.com)\//i,
];

/** The employer as the text writes it, where the job's address on its board holds its short name; "" for none. */
export function boardCompany(job: JsonObject): string {
  const texts = Object.values(job).map(asText);
  const short = texts.map(shortName).find((name) => name !== "") ?? "";
  if (short.length < 3) return "";
  for (const text of texts) {
    const plain = text.replace(/<[^>]*>/g, " ");
    if (/^https?:/.test(plain)) continue;
    const found = namesIn(plain).find((name) => joined(name) === short);
    if (found !== undefined) return found;
  }
  return "";
}

function shortName(text: string): string {
  const found = boardAddresses.map((address) => address.exec(text)?.[1]).find((name) => name !== undefined);
  return joined(decoded(found ?? ""));
}

function decoded(name: string): string {
  return name.replace(/%[\da-f]{2}/gi, " ");
}

function joined(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** Every run of one to four capitalised words. */
function namesIn(text: string): string[] {
  const words = [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}&.'’-]*[\p{L}\p{N}]/gu)];
  return words.flatMap((word, index) =>
    /^[\p{Lu}\d]|\p{Lu}/u.test(word[0])
      ? [0, 1, 2, 3].flatMap((more) => {
          const last = words[index + more];
          return last === undefined ? [] : [text.slice(word.index, last.index + last[0].length).replace(/['’]s$/u, "")];
        })
      : [],
  );
}
