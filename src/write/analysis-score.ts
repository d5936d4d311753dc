import type { MatchReport } from "../schema/match.js";
import { escapeHtml } from "./html.js";

const radius = 52;
const around = 2 * Math.PI * radius;

/** The score of a report as a section of a page: a dial with the ceiling behind it, a sentence, and a bar for each part. */
export function scorePicture(report: MatchReport): string {
  return [
    `<section class="score" aria-labelledby="score">`,
    `<h2 id="score">Score</h2>`,
    dial(report),
    `<div>`,
    `<p class="says">${sentence(report)}</p>`,
    `<ul class="parts">\n${report.parts.map(part).join("\n")}\n</ul>`,
    `</div>`,
    `</section>`,
  ].join("\n");
}

function dial({ score, ceiling }: MatchReport): string {
  const label = `Match ${score} of 100; up to ${ceiling} by wording alone`;
  return [
    `<svg class="dial" viewBox="0 0 128 128" role="img" aria-label="${label}">`,
    `<circle class="track" cx="64" cy="64" r="${radius}"/>`,
    arc("reach", ceiling),
    arc("now", score),
    `<text class="number" x="64" y="72">${score}</text>`,
    `<text class="of" x="64" y="90">of 100</text>`,
    `</svg>`,
  ].join("\n");
}

/** A part of the ring, from the top clockwise; nothing at 0, where a dash would still leave a dot. */
function arc(kind: "now" | "reach", share: number): string {
  if (share <= 0) return "";
  const length = ((around * Math.min(100, share)) / 100).toFixed(2);
  return `<circle class="${kind}" cx="64" cy="64" r="${radius}" stroke-dasharray="${length} ${around.toFixed(2)}" transform="rotate(-90 64 64)"/>`;
}

function sentence({ score, ceiling, requirements }: MatchReport): string {
  const musts = requirements.filter(({ kind, toConfirm }) => kind === "must" && !toConfirm);
  const count = (status: string): number => musts.filter((one) => one.status === status).length;
  const met =
    musts.length === 0
      ? ""
      : `<strong>${count("met")} of ${musts.length}</strong> must-haves are met, ${count("partly")} partly. `;
  const reach =
    ceiling > score
      ? `Better wording alone can bring the score from ${score} to <strong>${ceiling}</strong>, without a word that is not true.`
      : "Wording alone cannot raise the score: every term the resume supports stands where it is seen.";
  return `${met}${reach}`;
}

function part({ name, weight, score }: MatchReport["parts"][number]): string {
  return [
    `<li><span class="part">${escapeHtml(name)}</span>`,
    `<svg class="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">`,
    `<rect class="track" width="100" height="6"/><rect class="now" width="${Math.max(0, Math.min(100, score))}" height="6"/>`,
    `</svg>`,
    `<span class="points">${score}</span><span class="line">weight ${weight}</span></li>`,
  ].join("");
}
