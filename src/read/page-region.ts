import { Parser } from "htmlparser2";
import { UserError } from "../errors.js";
import { skippedTags } from "./html-tags.js";

/** A part of a page, by offsets. */
export interface Region {
  start: number;
  end: number;
}

interface Open {
  start: number;
  hinted: boolean;
  /** Letters of text inside, and how many of them are links or menus. */
  text: number;
  linked: number;
  skipped: boolean;
  link: boolean;
}

/** Names that job boards give to the element with the posting's text. */
const hints =
  /(job|posting|vacancy|position|opening|role)[-_ ]{0,2}(posting[-_ ]{0,2})?(description|details?|body|content|text|sections?)|description__text|show-more-less-html__markup|posting-page|jobad|stellenanzeige/i;
/** Parts of such pages that speak of other jobs. */
const others =
  /similar|related|recommend|people-also|search|alert|card|snippet|modal|sign-?in|cookie|consent|apply-form/i;

/** Fewest letters a posting's own element has. */
const shortest = 120;
const deepest = 2_000;

/** The element that holds the posting by its name or its microdata, or null where no name tells. */
export function postingRegion(html: string, name: string): Region | null {
  const stack: Open[] = [];
  const found: (Region & { own: number })[] = [];
  const parser: Parser = new Parser({
    onopentag(tag, attributes) {
      if (stack.length > deepest) throw tooDeep(name);
      const around = stack.at(-1);
      const label = ["id", "class", "itemprop", "data-automation-id", "data-ui", "data-testid", "data-qa"]
        .map((key) => attributes[key] ?? "")
        .join(" ");
      const own = attributes.itemprop === "description" || hints.test(label);
      stack.push({
        start: parser.startIndex,
        hinted: own && !others.test(label),
        text: 0,
        linked: 0,
        skipped: (around?.skipped ?? false) || skippedTags.has(tag) || /^(nav|footer|button|form)$/.test(tag),
        link: (around?.link ?? false) || tag === "a",
      });
    },
    ontext(text) {
      const open = stack.at(-1);
      if (open === undefined || open.skipped) return;
      const letters = text.match(/\p{L}/gu)?.length ?? 0;
      open.text += letters;
      if (open.link) open.linked += letters;
    },
    onclosetag() {
      const open = stack.pop();
      const outer = stack.at(-1);
      if (open === undefined) return;
      if (outer !== undefined) {
        outer.text += open.text;
        outer.linked += open.linked;
      }
      const own = open.text - 2 * open.linked;
      if (open.hinted && own >= shortest) found.push({ start: open.start, end: parser.endIndex + 1, own });
    },
  });
  parser.end(html);
  return best(found);
}

/** The richest element, or one inside it that has nearly all of its text. */
function best(found: readonly (Region & { own: number })[]): Region | null {
  const most = Math.max(0, ...found.map(({ own }) => own));
  const rich = found.filter(({ own }) => own >= most * 0.85);
  return rich.reduce<(Region & { own: number }) | null>(
    (least, one) => (least === null || one.end - one.start < least.end - least.start ? one : least),
    null,
  );
}

function tooDeep(name: string): UserError {
  return new UserError(
    "input",
    `${name} is nested more than ${deepest} elements deep, which no honest page is.`,
    "Copy the posting's text into a plain text file and give that instead.",
  );
}
