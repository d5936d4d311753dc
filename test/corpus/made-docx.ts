import {
  AlignmentType,
  Document,
  type FileChild,
  Header,
  type ISectionOptions,
  LevelFormat,
  Packer,
  Paragraph,
  Table,
  TableBorders,
  TableCell,
  TableRow,
  TabStopType,
  Textbox,
  TextRun,
  WidthType,
} from "docx";
import { joinedBy, type Printed, type PrintedJob } from "./made-print.js";

const plain = (text: string) => new Paragraph({ children: [new TextRun(text)] });
const strong = (text: string, size = 22) => new Paragraph({ children: [new TextRun({ text, bold: true, size })] });
const heading = (text: string) => new Paragraph({ text, heading: "Heading1" });
const item = (text: string) => new Paragraph({ text, numbering: { reference: "dots", level: 0 } });
const typed = (text: string) =>
  new Paragraph({ children: [new TextRun(`•  ${text}`)], indent: { left: 360, hanging: 200 } });
const ends = (left: TextRun[], right: string) =>
  new Paragraph({
    children: [...left, new TextRun(`\t${right}`)],
    tabStops: [{ type: TabStopType.RIGHT, position: 9000 }],
  });
const bold = (text: string) => new TextRun({ text, bold: true });
const italic = (text: string) => new TextRun({ text, italics: true });

function row(cells: { share: number; children: FileChild[] }[]): Table {
  return new Table({
    borders: TableBorders.NONE,
    width: { size: 100, type: WidthType.PERCENTAGE },
    columnWidths: cells.map(({ share }) => share * 90),
    rows: [
      new TableRow({
        children: cells.map(
          ({ share, children }) =>
            new TableCell({ children: children as Paragraph[], width: { size: share, type: WidthType.PERCENTAGE } }),
        ),
      }),
    ],
  });
}

const groups = ({ skills }: Printed) =>
  skills.map(({ name, keywords }) =>
    name === ""
      ? plain(keywords.join(", "))
      : new Paragraph({ children: [bold(`${name}: `), new TextRun(keywords.join(", "))] }),
  );
const studies = ({ studies }: Printed) =>
  studies.flatMap(({ degree, school, dates }) => [strong(degree), plain(`${school} | ${dates}`)]);
const summary = ({ summary }: Printed, head: (text: string) => Paragraph, text = "Summary") =>
  summary === "" ? [] : [head(text), plain(summary)];
const top = ({ name, contact }: Printed) => [
  new Paragraph({ children: [new TextRun({ text: name, bold: true, size: 40 })], alignment: AlignmentType.CENTER }),
  new Paragraph({ children: [new TextRun(contact.join(" | "))], alignment: AlignmentType.CENTER }),
];

type JobParts = (job: PrintedJob) => FileChild[];
type Options = Partial<Omit<ISectionOptions, "children">>;

function saved(children: FileChild[], options: Options = {}): Promise<Uint8Array> {
  const levels = [
    { level: 0, format: LevelFormat.BULLET, text: "•", style: { paragraph: { indent: { left: 360, hanging: 180 } } } },
  ];
  const made = new Document({
    numbering: { config: [{ reference: "dots", levels }] },
    sections: [{ ...options, children }],
  });
  return Packer.toBuffer(made);
}

function paged(resume: Printed, job: JobParts, head = heading): FileChild[] {
  return [
    ...summary(resume, head),
    head("Experience"),
    ...resume.jobs.flatMap(job),
    head("Education"),
    ...studies(resume),
    head("Skills"),
    ...groups(resume),
  ];
}

const tabbed: JobParts = ({ title, employer, place, dates, highlights }) => [
  ends([bold(title)], dates),
  new Paragraph({ children: [italic(joinedBy(", ", [employer, place]))] }),
  ...highlights.map(item),
];

/** Ways to lay a resume out in Word. */
export const docxLayouts: Record<string, (resume: Printed) => Promise<Uint8Array>> = {
  "job heads in tables of two cells": (resume) =>
    saved([
      ...top(resume),
      ...paged(resume, ({ title, employer, place, dates, highlights }) => [
        row([
          { share: 70, children: [strong(title), plain(joinedBy(", ", [employer, place]))] },
          { share: 30, children: [plain(dates)] },
        ]),
        ...highlights.map(item),
      ]),
    ]),
  "job heads in tables of three cells": (resume) =>
    saved([
      ...top(resume),
      ...paged(resume, ({ title, employer, dates, highlights }) => [
        row([
          { share: 35, children: [strong(employer)] },
          { share: 35, children: [plain(title)] },
          { share: 30, children: [plain(dates)] },
        ]),
        ...highlights.map(item),
      ]),
    ]),
  "dates at a tab stop": (resume) => saved([...top(resume), ...paged(resume, tabbed)]),
  "headings in bold capitals, bullets typed": (resume) =>
    saved([
      ...top(resume),
      ...paged(
        resume,
        ({ title, employer, dates, highlights }) => [
          ends([bold(employer)], dates),
          new Paragraph({ children: [italic(title)] }),
          ...highlights.map(typed),
        ],
        (text) => strong(text.toUpperCase()),
      ),
    ]),
  "dates in the left cell of a table": (resume) =>
    saved([
      ...top(resume),
      ...paged(resume, ({ title, employer, dates, highlights }) => [
        row([
          { share: 25, children: [plain(dates)] },
          { share: 75, children: [strong(title), plain(employer), ...highlights.map(item)] },
        ]),
      ]),
    ]),
  "name and contact in a text box": (resume) =>
    saved([
      new Textbox({ style: { width: "450pt", height: "70pt" }, children: top(resume) }) as unknown as Paragraph,
      ...paged(resume, tabbed),
    ]),
  "contact in the page header": (resume) =>
    saved(paged(resume, tabbed), { headers: { default: new Header({ children: top(resume) }) } }),
  "contact and skills in a side cell": (resume) =>
    saved([
      new Paragraph({ children: [new TextRun({ text: resume.name, bold: true, size: 44 })] }),
      row([
        {
          share: 30,
          children: [
            heading("Contact"),
            ...resume.contact.map(plain),
            heading("Skills"),
            ...resume.skills.flatMap(({ name, keywords }) => [
              ...(name === "" ? [] : [strong(name)]),
              ...keywords.map(plain),
            ]),
          ],
        },
        {
          share: 70,
          children: [
            ...summary(resume, heading, "Profile"),
            heading("Work Experience"),
            ...resume.jobs.flatMap(({ title, employer, dates, highlights }) => [
              strong(title),
              plain(`${employer} | ${dates}`),
              ...highlights.map(item),
            ]),
            heading("Education"),
            ...studies(resume),
          ],
        },
      ]),
    ]),
};
