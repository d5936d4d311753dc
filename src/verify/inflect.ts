/** A form of a verb. */
export interface VerbForm {
  text: string;
  form: "base" | "past" | "gerund";
}

const vowels = "aeiou";
const finalStress = new Set(["refer", "occur", "prefer", "program", "plan", "ship", "transfer", "recur", "control"]);

/** The forms of an English verb: base, third person, past, participle, gerund. `irregular` lists past forms other than -ed. */
export function inflect(verb: string, irregular: readonly string[]): VerbForm[] {
  const forms: VerbForm[] = [
    { text: verb, form: "base" },
    { text: thirdPerson(verb), form: "base" },
    { text: gerund(verb), form: "gerund" },
  ];
  const past = irregular.length > 0 ? irregular : [regularPast(verb)];
  for (const text of past) forms.push({ text, form: text === verb ? "base" : "past" });
  if (/(el|al)$/.test(verb)) forms.push({ text: `${verb}led`, form: "past" }, { text: `${verb}ling`, form: "gerund" });
  return unique(forms);
}

/** The -ing form: manage → managing, plan → planning, tie → tying. */
export function gerund(verb: string): string {
  if (verb.endsWith("ie")) return `${verb.slice(0, -2)}ying`;
  if (verb.endsWith("e") && !/(ee|ye|oe)$/.test(verb)) return `${verb.slice(0, -1)}ing`;
  return `${doubled(verb)}ing`;
}

/** The regular past form: manage → managed, plan → planned, carry → carried. */
export function regularPast(verb: string): string {
  if (verb.endsWith("e")) return `${verb}d`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`;
  return `${doubled(verb)}ed`;
}

function thirdPerson(verb: string): string {
  if (/(s|x|z|ch|sh|o)$/.test(verb)) return `${verb}es`;
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ies`;
  return `${verb}s`;
}

/** One-syllable verbs that end consonant–vowel–consonant double the last letter, as do those stressed on the last syllable. */
function doubled(verb: string): string {
  if (finalStress.has(verb)) return `${verb}${verb.at(-1)}`;
  const [third = "", vowel = "", last = ""] = verb.slice(-3);
  const closed = !vowels.includes(third) && vowels.includes(vowel) && !`${vowels}wxy`.includes(last);
  const syllables = verb.match(/[aeiouy]+/g)?.length ?? 0;
  return verb.length >= 3 && closed && syllables === 1 ? `${verb}${last}` : verb;
}

function unique(forms: readonly VerbForm[]): VerbForm[] {
  return forms.filter((form, index) => forms.findIndex((other) => other.text === form.text) === index);
}
