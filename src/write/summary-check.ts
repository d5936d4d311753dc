import type { CheckResult } from "../schema/check.js";
import { counted } from "./summary-cost.js";
import { hanging, headed, type Layout } from "./terminal.js";

/** What `verify` prints: each line with a finding and what it lacks, then the counts. */
export function checkLines(result: CheckResult, layout: Layout): string[] {
  const { color } = layout;
  const { changes, findings, dropped } = result;
  const texts = [...new Set(findings.map(({ text }) => text))];
  const shown = texts.flatMap((text, at) => {
    const own = findings.filter((one) => one.text === text);
    const isBlocked = own.some(({ severity }) => severity === "block");
    const place = own[0]?.line === null || own[0] === undefined ? "" : `line ${own[0].line}: `;
    return [
      ...(at === 0 ? [] : [""]),
      ...hanging(isBlocked ? "  × " : "  ! ", `${place}${text}`, layout, (line) =>
        color(isBlocked ? "red" : "yellow", line),
      ),
      ...own.flatMap(({ explanation }) => hanging("    ", explanation, layout)),
    ];
  });
  const proven = changes.filter(({ status }) => status !== "held-back").length;
  const summary = result.ok
    ? color("green", "Every line is proven by the original.")
    : color("red", `${counted(findings.filter(({ severity }) => severity === "block").length, "finding")}.`);
  const gone =
    dropped.length === 0
      ? ""
      : ` ${counted(dropped.length, "line")} of the original ${dropped.length === 1 ? "is" : "are"} gone.`;
  return [
    ...(shown.length === 0 ? [] : [...headed("Not proven by the original", layout), ...shown, ""]),
    `${summary} ${counted(changes.length, "line")} changed, ${proven} of them proven.${gone}`,
  ];
}
