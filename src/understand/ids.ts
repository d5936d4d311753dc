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
  (resume.skills ?? []).forEach((group, at) => {
    const lines = Object.entries(provenance).filter(([path]) => path.startsWith(`skills[${at}].`));
    const items = (group.keywords ?? []).join(", ");
    const text = group.name ? `${group.name}: ${items || (group.level ?? "")}` : items;
    if (items !== "")
      ids[`k${at + 1}`] = {
        lines: [...new Set(lines.flatMap(([, found]) => found))].sort((a, b) => a - b),
        text,
        path: `skills[${at}]`,
      };
  });
  (resume.sections ?? []).forEach(({ items }, at) => {
    if (fixed.has(`sections[${at}]`)) return;
    items.forEach((text, index) => {
      add(`x${at + 1}.h${index + 1}`, `sections[${at}].items[${index}]`, text);
    });
  });
  return ids;
}
