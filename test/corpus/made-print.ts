import type { Resume } from "../../src/schema/resume.js";

/** A job as a person prints it; what is not there is "". */
export interface PrintedJob {
  title: string;
  employer: string;
  place: string;
  dates: string;
  highlights: string[];
}

/** A resume as the strings that a layout sets. */
export interface Printed {
  name: string;
  contact: string[];
  summary: string;
  jobs: PrintedJob[];
  studies: { degree: string; school: string; dates: string }[];
  /** Groups of skills; a group without a name has name "". */
  skills: { name: string; keywords: string[] }[];
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/** A date of JSON Resume as "Mar 2020" or "2020"; none is "Present". */
export function printedDate(date: string | undefined): string {
  if (date === undefined) return "Present";
  return date.length === 4 ? date : `${months[Number(date.slice(5)) - 1]} ${date.slice(0, 4)}`;
}

/** The resume's strings, spans of time with a dash between. */
export function printedResume({ basics = {}, work = [], education = [], skills = [] }: Resume, dash = " – "): Printed {
  const span = ({ startDate, endDate }: { startDate?: string | undefined; endDate?: string | undefined }) =>
    `${printedDate(startDate)}${dash}${printedDate(endDate)}`;
  return {
    name: basics.name ?? "",
    contact: [basics.email ?? "", basics.phone ?? ""],
    summary: basics.summary ?? "",
    jobs: work.map((job) => ({
      title: job.position ?? "",
      employer: job.name ?? "",
      place: job.location ?? "",
      dates: span(job),
      highlights: job.highlights ?? [],
    })),
    studies: education.map((study) => ({
      degree: `${study.studyType} in ${study.area}`,
      school: study.institution ?? "",
      dates: span(study),
    })),
    skills: skills.map(({ name = "", keywords = [] }) => ({ name, keywords })),
  };
}

/** The parts that are not empty, joined. */
export const joinedBy = (separator: string, parts: string[]): string =>
  parts.filter((part) => part !== "").join(separator);

/** A layout's file of the resume, and what the file shows of the resume: not every layout has a line for the place. */
export function resumeShownBy<Made>(
  layout: (printed: Printed) => Made,
  { basics, work = [], education, skills }: Resume,
): { made: Made; shown: Resume } {
  const printed = printedResume({ basics, work, education, skills });
  let showsPlace = false;
  const jobs = printed.jobs.map((job) => ({
    ...job,
    get place() {
      showsPlace = true;
      return job.place;
    },
  }));
  const made = layout({ ...printed, jobs });
  const shown = work.map(({ location, ...job }) => ({
    ...job,
    ...(showsPlace && location !== undefined ? { location } : {}),
  }));
  return { made, shown: { basics, work: shown, education, skills } };
}
