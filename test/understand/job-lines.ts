import { understandResume } from "../../src/understand/resume.js";
import { documentOf, linesOf, words } from "./resume-words.js";

/** Each job of a section as "title @ employer [start..end] place highlights"; a line in ** is bold, and so are words in ** it begins with. */
export function jobsOf(text: string): string[] {
  const lines = linesOf(`# Mia Example\nmia@example.com\n\n## Work Experience\n${text}`).map((line) => {
    const bold = /^\*\*(.*)\*\*$/.exec(line.text)?.[1];
    const [, lead, tail] = /^\*\*(.+?)\*\*(.+)$/.exec(line.text) ?? [];
    if (lead !== undefined && tail !== undefined) return { ...line, text: `${lead}${tail}`, boldLead: lead };
    return bold === undefined ? line : { ...line, text: bold, bold: true };
  });
  const { resume } = understandResume(documentOf(lines), words);
  return (resume.work ?? []).map(
    ({ name, position, startDate, endDate, location, highlights }) =>
      `${position ?? "-"} @ ${name ?? "-"} [${startDate ?? ""}..${endDate ?? ""}] ${location ?? "-"} ${highlights?.length ?? 0}`,
  );
}
