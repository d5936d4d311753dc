import type { Printed, PrintedJob } from "./made-print.js";

const safe = (text: string) => text.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const list = (items: string[]) => `<ul>${items.map((text) => `<li>${safe(text)}</li>`).join("")}</ul>`;
const page = (css: string, body: string) =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Resume</title><style>${css}</style></head><body>${body}</body></html>`;
const section = (heading: string, body: string) => (body === "" ? "" : `<section><h2>${heading}</h2>${body}</section>`);
const head = ({ name, contact }: Printed) => `<h1>${safe(name)}</h1><p>${contact.map(safe).join(" · ")}</p>`;
const skillLines = ({ skills }: Printed) =>
  skills
    .map(({ name, keywords }) => `<p>${name === "" ? "" : `<b>${name}:</b> `}${safe(keywords.join(", "))}</p>`)
    .join("");
const studyLines = ({ studies }: Printed) =>
  studies.map(({ degree, school, dates }) => `<p><b>${degree}</b><br>${school} | ${dates}</p>`).join("");

function paged(resume: Printed, job: (job: PrintedJob) => string, css = "", around = (jobs: string) => jobs): string {
  return page(
    css,
    head(resume) +
      section("Summary", resume.summary === "" ? "" : `<p>${resume.summary}</p>`) +
      section("Experience", around(resume.jobs.map(job).join("\n"))) +
      section("Education", studyLines(resume)) +
      section("Skills", skillLines(resume)),
  );
}

/** Ways to lay a resume out as a web page. */
export const htmlLayouts: Record<string, (resume: Printed) => string> = {
  "a definition list of dates": (resume) =>
    paged(
      resume,
      ({ title, employer, dates, highlights }) =>
        `<dt>${dates}</dt><dd><b>${safe(title)}</b>, <i>${safe(employer)}</i>${list(highlights)}</dd>`,
      "",
      (jobs) => `<dl>${jobs}</dl>`,
    ),
  "a table with the dates at the left": (resume) =>
    paged(
      resume,
      ({ title, employer, dates, highlights }) =>
        `<tr><td>${dates}</td><td><b>${safe(title)}</b><br>${safe(employer)}${list(highlights)}</td></tr>`,
      "td { vertical-align: top }",
      (jobs) => `<table>${jobs}</table>`,
    ),
  "flex rows": (resume) =>
    paged(
      resume,
      ({ title, employer, place, dates, highlights }) =>
        `<div class="row"><strong>${safe(employer)}</strong><span>${place}</span></div><div class="row"><em>${safe(title)}</em><span>${dates}</span></div>${list(highlights)}`,
      ".row { display: flex; justify-content: space-between }",
    ),
  "articles with time elements": (resume) =>
    paged(resume, ({ title, employer, place, dates, highlights }) => {
      const times = dates.split(" – ").map((date) => `<time>${date}</time>`);
      return `<article><h3>${safe(title)}</h3><p>${safe(employer)}${place === "" ? "" : ` · ${place}`}</p><p>${times.join(" – ")}</p>${list(highlights)}</article>`;
    }),
  "header, aside and main": (resume) =>
    page(
      "body { display: grid; grid-template-columns: 30% 70% } header { grid-column: 1 / 3 }",
      `<header><h1>${safe(resume.name)}</h1></header><aside><h2>Contact</h2>${resume.contact.map((text) => `<p>${safe(text)}</p>`).join("")}${section("Skills", resume.skills.map(({ name, keywords }) => `${name === "" ? "" : `<h3>${name}</h3>`}${list(keywords)}`).join(""))}</aside><main>${section("Profile", resume.summary === "" ? "" : `<p>${resume.summary}</p>`)}${section(
        "Work Experience",
        resume.jobs
          .map(
            ({ title, employer, dates, highlights }) =>
              `<div><h3>${safe(title)}</h3><h4>${safe(employer)} <small>${dates}</small></h4>${list(highlights)}</div>`,
          )
          .join(""),
      )}${section("Education", studyLines(resume))}</main>`,
    ),
};
