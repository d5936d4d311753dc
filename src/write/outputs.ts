import { UserError } from "../errors.js";

/** Formats a resume is written in. */
export const formats = ["docx", "md", "html", "json"] as const;
/** One of them. */
export type Format = (typeof formats)[number];

/** The formats of a list such as "docx,md"; a usage error naming the wrong one otherwise. */
export function parseFormats(list: string): Format[] {
  const wanted = list
    .split(",")
    .map((one) =>
      one
        .trim()
        .toLowerCase()
        .replace(/^markdown$/, "md"),
    )
    .filter(Boolean);
  const wrong = wanted.find((one) => !formats.includes(one as Format));
  if (wrong !== undefined || wanted.length === 0) {
    throw new UserError(
      "usage",
      `"${wrong ?? list}" is not a format resumelaw writes.`,
      `Formats are ${formats.join(", ")}, joined by commas.`,
    );
  }
  return [...new Set(wanted)] as Format[];
}

/** Where the results of a run go. */
export interface OutputPlan {
  files: { format: Format; path: string }[];
  trace: string;
  /** The trace as a page, where it is asked for. */
  report?: string;
}

/** What the command line says of the output. */
export interface OutputWish {
  formats?: Format[];
  /** A folder, or a file where it ends like one of the formats. */
  out?: string;
  report?: boolean;
}

/** The formats of a run and the one file named for them, or null where `out` is a folder. A usage error where both disagree. */
export function outputTarget(wish: OutputWish, fallback: Format[]): { formats: Format[]; file: string | null } {
  const ending = /\.([a-z]+)$/i.exec(wish.out ?? "")?.[1]?.toLowerCase();
  const named = formats.find((format) => format === ending || (format === "md" && ending === "markdown"));
  if (named === undefined) return { formats: wish.formats ?? fallback, file: null };
  const wanted = wish.formats ?? [named];
  if (wanted.length === 1 && wanted[0] === named) return { formats: wanted, file: wish.out ?? null };
  throw new UserError(
    "usage",
    `--out names one .${ending} file, and --format asks for ${wanted.join(", ")}.`,
    "Give --out a folder, or leave --format out.",
  );
}

/** The paths of a run: one named file, or `stem` with each format's ending in a folder; the trace stands beside them. */
export function outputPlan(wish: OutputWish, stem: string, fallback: Format[]): OutputPlan {
  const target = outputTarget(wish, fallback);
  const base = target.file?.replace(/\.[a-z]+$/i, "") ?? joined(wish.out ?? "", stem);
  return {
    files: target.formats.map((format) => ({ format, path: target.file ?? `${base}.${format}` })),
    trace: `${base}.trace.json`,
    ...(wish.report === true ? { report: `${base}.report.html` } : {}),
  };
}

function joined(folder: string, name: string): string {
  return folder === "" || folder === "." ? name : `${folder.replace(/[\\/]+$/, "")}/${name}`;
}
