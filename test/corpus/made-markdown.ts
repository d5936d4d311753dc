import { joinedBy, type Printed, type PrintedJob } from "./made-print.js";

const list = (highlights: string[]) => highlights.map((text) => `- ${text}`).join("\n");
const groups = ({ skills }: Printed) =>
  skills.map(({ name, keywords }) => `- ${name === "" ? "" : `**${name}:** `}${keywords.join(", ")}`).join("\n");
const section = (mark: string, heading: string, body: string) =>
  body === "" ? "" : `${mark}${heading}${mark.startsWith("#") ? "" : mark}\n\n${body}\n`;

function paged(resume: Printed, job: (job: PrintedJob) => string, mark = "## "): string {
  const { name, contact, summary, jobs, studies } = resume;
  return [
    `# ${name}\n\n${contact.join(" | ")}\n`,
    section(mark, "Summary", summary),
    section(mark, "Experience", jobs.map(job).join("\n\n")),
    section(
      mark,
      "Education",
      studies.map(({ degree, school, dates }) => `**${degree}**, ${school} | ${dates}`).join("\n\n"),
    ),
    section(mark, "Skills", groups(resume)),
  ].join("\n");
}

/** Ways to lay a resume out in Markdown. */
export const markdownLayouts: Record<string, (resume: Printed) => string> = {
  "jobs as headings, employer and dates below": (resume) =>
    paged(
      resume,
      ({ title, employer, place, dates, highlights }) =>
        `### ${title}\n**${employer}**${place === "" ? "" : `, ${place}`} | ${dates}\n\n${list(highlights)}`,
    ),
  "bold title, employer and dates in one line": (resume) =>
    paged(
      resume,
      ({ title, employer, dates, highlights }) => `**${title}**, ${employer} | ${dates}\n\n${list(highlights)}`,
    ),
  "employer as heading, title and dates in italics": (resume) =>
    paged(
      resume,
      ({ title, employer, dates, highlights }) => `### ${employer}\n*${title}* — *${dates}*\n\n${list(highlights)}`,
    ),
  "headings in bold, not marked as such": (resume) =>
    paged(
      resume,
      ({ title, employer, place, dates, highlights }) =>
        `**${title}**  \n${joinedBy(", ", [employer, place])}  \n${dates}\n\n${list(highlights)}`,
      "**",
    ),
  "job heads in tables": (resume) =>
    paged(
      resume,
      ({ title, employer, dates, highlights }) =>
        `| **${title}** | ${employer} | ${dates} |\n|---|---|---|\n\n${list(highlights)}`,
    ),
};
