import { skillItems } from "../rewrite/skill-items.js";
import { blocked, type Claim, contentKeys, isContent, type Passage, type Rule } from "./claim.js";
import { american } from "./keys.js";
import { levelled, type Word } from "./tokens.js";

/** Items of a skill group that the resume shows nowhere, and another name for the group. */
export const skillGroups: Rule = (claim) => {
  if (!/^k\d+$/.test(claim.edit.id)) return [];
  const [name, items] = parted(claim.passage.text);
  const [oldName] = parted(levelled(claim.ground.task.parsed.ids[claim.edit.id]?.text ?? ""));
  const renamed =
    name !== oldName ? [blocked("skill-groups", name, `The group is called “${oldName}”; its name stays.`, claim)] : [];
  const foreign = skillItems(items, "", []).filter((item) => !isShown(claim, item));
  return [
    ...renamed,
    ...foreign.map((item) => blocked("skill-groups", item, `Your resume does not show “${item}”.`, claim)),
  ];
};

function parted(text: string): [name: string, items: string] {
  const found = /^([^:,;]{1,60}):\s*(.*)$/s.exec(text);
  return found === null ? ["", text] : [found[1] ?? "", found[2] ?? ""];
}

/** All words of the item on one line of the source, or every term of it there under another spelling. */
function isShown(claim: Claim, item: string): boolean {
  const { lexicon } = claim.ground.task;
  const passage = claim.ground.passage("", null, item);
  const hits = lexicon.find(item);
  const known = (word: Word): boolean => hits.some((hit) => hit.start <= word.start && word.end <= hit.end);
  const rest = passage.words.filter((word) => isContent(word, claim.ground.words) && !known(word));
  return rest.length === 0 || claim.sources.some((source) => rest.every((word) => holds(claim, source, word)));
}

function holds(claim: Claim, source: Passage, word: Word): boolean {
  const { keys, words } = claim.ground;
  if (source.all.has(word.lower) || source.all.has(american(word.lower, words))) return true;
  return contentKeys(word.lower, keys).some((key) => !key.startsWith("~") && source.content.has(key));
}
