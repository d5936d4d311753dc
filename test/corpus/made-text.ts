import { joinedBy, type Printed, type PrintedJob } from "./made-print.js";

const right = (left: string, text: string) => (text === "" ? left : `${left.padEnd(72)}  ${text}`);

/** The usual orders of a job's heading lines in plain text. */
const jobHeads: Record<string, (job: PrintedJob) => string> = {
  "one line with pipes": ({ title, employer, place, dates }) => joinedBy(" | ", [title, employer, place, dates]),
  "title over employer, place and dates": ({ title, employer, place, dates }) =>
    `${title}\n${joinedBy(" | ", [employer, place])}\n${dates}`,
  "employer and place over title and dates": ({ title, employer, place, dates }) =>
    `${right(employer, place)}\n${right(title, dates)}`,
  "title and dates over employer and place": ({ title, employer, place, dates }) =>
    `${right(title, dates)}\n${joinedBy(", ", [employer, place])}`,
  "title at employer, dates in brackets": ({ title, employer, dates }) => `${title} at ${employer} (${dates})`,
  "dates before title and employer": ({ title, employer, dates }) => `${dates}: ${title}, ${employer}`,
  "employer with dates over title": ({ title, employer, dates }) => `${right(employer, dates)}\n${title}`,
  "labels before every value": ({ title, employer, place, dates }) =>
    `Position: ${title}\nCompany: ${employer}\n${place === "" ? "" : `Location: ${place}\n`}Dates: ${dates}`,
};

/** Lines of at most 78 characters, the later ones set in under the first. */
function wrapped(text: string): string {
  const lines = [""];
  for (const word of text.split(" ")) {
    const last = lines.at(-1) ?? "";
    if (last.length + word.length > 76) lines.push(word);
    else lines[lines.length - 1] = last === "" ? word : `${last} ${word}`;
  }
  return lines.join("\n  ");
}

function textOf(
  { name, contact, summary, jobs, studies, skills }: Printed,
  head: (job: PrintedJob) => string,
  between: string,
  item: (text: string) => string,
): string {
  const work = jobs.map((job) => `${head(job)}\n${job.highlights.map(item).join("\n")}\n`);
  const education = studies.map(({ degree, school, dates }) => `${degree}\n${school} | ${dates}\n`);
  const groups = skills.map((group) => (group.name === "" ? "" : `${group.name}: `) + group.keywords.join(", "));
  return [
    `${name}\n${contact.join(" | ")}\n`,
    ...(summary === "" ? [] : [`SUMMARY\n${summary}\n`]),
    `EXPERIENCE\n${between}${work.join(between)}`,
    `EDUCATION\n${between}${education.join(between)}`,
    `SKILLS\n${groups.join("\n")}\n`,
  ].join("\n");
}

/** Ways to lay a resume out as plain text. */
export const textLayouts: Record<string, (resume: Printed) => string> = Object.fromEntries(
  Object.entries(jobHeads).flatMap(([name, head]) => [
    [name, (resume: Printed) => textOf(resume, head, "\n", (text) => `- ${text}`)],
    [`${name}, no line free`, (resume: Printed) => textOf(resume, head, "", (text) => `- ${text}`)],
    [`${name}, items wrapped`, (resume: Printed) => textOf(resume, head, "\n", (text) => wrapped(`* ${text}`))],
  ]),
);
