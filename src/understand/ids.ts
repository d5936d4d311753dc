import type { EditableLine, Resume } from "../schema/resume.js";

type Ids = Record<string, EditableLine>;

/** The texts of a resume that may be edited, by their stable ids; `summary` is there even where the resume has none. */
export function editableLines(
  resume: Resume,
  provenance: Readonly<Record<string, number[]>>,
  fixed: ReadonlySet<string>,
): Ids {
  const ids: Ids = {};
  const add = (id: string, path: string, text: string | undefined) => {
    if (text !== undefined && text !== "") ids[id] = { lines: provenance[path] ?? [], text, path };
  };
  ids.summary = {
    lines: provenance["basics.summary"] ?? [],
    text: resume.basics?.summary ?? "",
    path: "basics.summary",
  };
  const lists: [string, string, { summary?: string | undefined; highlights?: string[] | undefined }[]][] = [
    ["w", "work", resume.work ?? []],
    ["p", "projects", resume.projects ?? []],
    ["v", "volunteer", resume.volunteer ?? []],
    ["e", "education", resume.education ?? []],
  ];
  for (const [letter, name, entries] of lists)
    entries.forEach((entry, at) => {
      const path = `${name}[${at}]`;
      if (name === "projects") add(`p${at + 1}.summary`, `${path}.description`, resume.projects?.[at]?.description);
      else if (name !== "education") add(`${letter}${at + 1}.summary`, `${path}.summary`, entry.summary);
      (entry.highlights ?? []).forEach((text, index) => {
        add(`${letter}${at + 1}.h${index + 1}`, `${path}.highlights[${index}]`, text);
      });
    });
  return { ...ids, ...skillLines(resume, provenance), ...otherLines(resume, provenance, fixed) };
}

function skillLines(resume: Resume, provenance: Readonly<Record<string, number[]>>): Ids {
  const ids: Ids = {};
  (resume.skills ?? []).forEach(({ name, keywords }, at) => {
    const items = (keywords ?? []).join(", ");
    if (items === "") return;
    const own = Object.entries(provenance).filter(([path]) => path.startsWith(`skills[${at}].`));
    const lines = [...new Set(own.flatMap(([, found]) => found))].sort((a, b) => a - b);
    ids[`k${at + 1}`] = { lines, text: name ? `${name}: ${items}` : items, path: `skills[${at}]` };
  });
  return ids;
}

/** E-mail, web address or telephone number: such a line of another section is not for editing. */
const contact = /@|https?:|www\.|\d{3}[\s.-]\d{3,4}/;

function otherLines(resume: Resume, provenance: Readonly<Record<string, number[]>>, fixed: ReadonlySet<string>): Ids {
  const ids: Ids = {};
  (resume.sections ?? []).forEach(({ items }, at) => {
    if (fixed.has(`sections[${at}]`)) return;
    items.forEach((text, index) => {
      const path = `sections[${at}].items[${index}]`;
      if (text !== "" && !contact.test(text))
        ids[`x${at + 1}.h${index + 1}`] = { lines: provenance[path] ?? [], text, path };
    });
  });
  return ids;
}
