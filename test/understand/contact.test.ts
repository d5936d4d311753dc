import { expect, it } from "vitest";
import { understandResume } from "../../src/understand/resume.js";
import { line } from "../doubles.js";
import { documentOf, linesOf, words } from "./resume-words.js";

const rest = "\n\n## Experience\nEngineer | Acme Inc. | 2019 - 2020\n- Built things";

function basics(text: string) {
  return understandResume(documentOf(linesOf(text + rest)), words).resume.basics ?? {};
}

it.each([
  ["pipes", "# Mia Example\nAustin, TX | mia@example.com | (512) 555-0100 | linkedin.com/in/mia | mia.dev"],
  [
    "labels",
    "# Mia Example\nLocation: Austin, TX\nEmail: mia@example.com\nPhone: (512) 555-0100\nLinkedIn: linkedin.com/in/mia\nWebsite: mia.dev",
  ],
  [
    "labels on one line",
    "# Mia Example\nLocation: Austin, TX Email: mia@example.com Phone: (512) 555-0100 LinkedIn: linkedin.com/in/mia Website: mia.dev",
  ],
  [
    "a label column",
    "# Mia Example\nAddress\tAustin, TX\nEmail\tmia@example.com\nPhone\t(512) 555-0100\nLinkedIn\tlinkedin.com/in/mia\nWebsite\tmia.dev",
  ],
  [
    "a section",
    "# Mia Example\n\n## Contact\nAustin, TX\nmia@example.com\n(512) 555-0100\nlinkedin.com/in/mia\nmia.dev",
  ],
])("reads the contact block: %s", (_, text) => {
  expect(basics(text)).toMatchObject({
    name: "Mia Example",
    email: "mia@example.com",
    phone: "(512) 555-0100",
    location: { city: "Austin", region: "TX" },
    url: "https://mia.dev",
    profiles: [{ network: "LinkedIn", username: "mia", url: "https://linkedin.com/in/mia" }],
  });
});

it.each(["+49 30 5550 1234", "+1 (555) 010-0199", "05.56.31.32.33", "555-987-6543", "+33 6 12 34 56 78"])(
  "reads the telephone number %s",
  (phone) => {
    expect(basics(`# Mia Example\nmia@example.com | ${phone}`).phone).toBe(phone);
  },
);

it("keeps letters behind the name and takes off the title of the page", () => {
  expect(basics("# MIA EXAMPLE, RN, BSN\nmia@example.com").name).toBe("MIA EXAMPLE, RN, BSN");
  expect(basics("# Resume: Mia Example\nmia@example.com").name).toBe("Mia Example");
});

it("parts a name and the title behind its comma", () => {
  expect(basics("# Mia Example, Warehouse Supervisor\nmia@example.com")).toMatchObject({
    name: "Mia Example",
    label: "Warehouse Supervisor",
  });
});

it("takes addresses from links behind a word or an icon", () => {
  const links = [{ text: "GitHub", url: "https://github.com/mia" }];
  const lines = [
    line(1, "Mia Example"),
    line(2, "GitHub", { links }),
    line(3, "mia@example.com"),
    ...linesOf(rest).map((one) => ({ ...one, n: one.n + 3 })),
  ];
  expect(understandResume(documentOf(lines), words).resume.basics?.profiles).toEqual([
    { network: "GitHub", username: "mia", url: "https://github.com/mia" },
  ]);
});

it("finds name and contact in the page's header", () => {
  const lines = [
    line(1, "Mia Example | mia@example.com", { region: "header" }),
    ...linesOf(rest).map((one) => ({ ...one, n: one.n + 1 })),
  ];
  expect(understandResume(documentOf(lines), words).resume.basics).toMatchObject({
    name: "Mia Example",
    email: "mia@example.com",
  });
});

it.each([["Ada Lovelace – page"], ["Ada Lovelace | Seite"], ["Curriculum of Ada Lovelace 2 of 3"]])(
  "sets the running head '%s' aside",
  (text) => {
    const lines = [
      line(1, text, { region: "header" }),
      ...linesOf(`Ada Lovelace\nada@example.com${rest}`).map((one) => ({ ...one, n: one.n + 1 })),
    ];
    const { resume, warnings } = understandResume(documentOf(lines), words);
    expect(resume.meta).toEqual({ notes: [text] });
    expect(resume.basics?.name).toBe("Ada Lovelace");
    expect(warnings).toEqual([]);
  },
);

it("leaves no rest of an address that ends in a slash", () => {
  const lines = linesOf(`Ada Lovelace\nLondon, UK\t+44 20 5550 0100\tada@example.com\thttps://ada.example.com/${rest}`);
  const { resume, warnings } = understandResume(documentOf(lines), words);
  expect(resume.basics?.url).toBe("https://ada.example.com/");
  expect({ warnings, sections: resume.sections }).toEqual({ warnings: [] });
});

it.each(["2008 2013", "01/2008 - 01/2013", "2017-01-01"])("takes the dates %s for no telephone number", (dates) => {
  const { resume } = understandResume(documentOf(linesOf(`# Mia Example\nmia@example.com\n${dates}`)), words);
  expect(resume.basics?.phone).toBeUndefined();
});

it("takes contact lines under About into the person and leaves the prose as summary", () => {
  const text =
    "# Mia Example\n\n## About\nI build stages.\nEmail: mia@example.com\nWebsite: https://mia.example.com\n\n## Skills\nRigging";
  const { basics } = understandResume(documentOf(linesOf(text)), words).resume;
  expect(basics).toMatchObject({
    email: "mia@example.com",
    url: "https://mia.example.com",
    summary: "I build stages.",
  });
});
