import { expect, it } from "vitest";
import { verifyEdits } from "../../src/verify/verify.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";
import { blocking, type RuleRow } from "./rule-table.js";
import { replaced, shippedLexicon, taskOf } from "./task.js";

const lexicon = await shippedLexicon();
const words = await loadVerifyWords(data);

const rows: RuleRow[] = [
  ["hold", "Assisted the nurse educator in teaching patients how to dialyse", "Taught patients how to dialyse"],
  ["hold", "Supported the data team in moving 180 jobs to Azure Data Factory", "Moved 180 jobs to Azure Data Factory"],
  ["pass", "Helped patients choose a diet", "Advised patients on choosing a diet"],
  ["hold", "Contributed to the redesign of the form", "Led the redesign of the form"],
  ["hold", "Helped prepare the budget", "Prepared the budget"],
  ["hold", "Was part of a team of 5", "Led a team of 5"],
  ["hold", "Typed letters under supervision of a notary", "Supervised a notary"],
  ["hold", "Was trained by a senior clerk", "Trained a senior clerk"],
  ["hold", "Attended weekly budget meetings", "Led weekly budget meetings"],
  ["hold", "Helped run the safety workshop", "Led the safety workshop"],
  ["pass", "Held weekly budget meetings", "Led weekly budget meetings"],
  ["pass", "Led the redesign of the form", "Helped redesign the form"],
  ["pass", "Responsible for managing five people", "Managed five people"],
  ["pass", "Attended meetings and took minutes", "Took minutes in meetings"],
  ["hold", "Helped customers choose paint", "Chose paint for customers"],
  ["hold", "Sat on the panel that hired two cooks", "Hired two cooks"],
  ["hold", "Took minutes at board meetings", "Led board meetings"],
  ["hold", "Gave tours to school classes", "Led school classes"],
  ["hold", "Assistant team leader for 9 packers", "Led nine packers"],
  ["hold", "Used the booking system", "Managed the booking system"],
  ["hold", "Tracked a budget of $30,000", "Managed a budget of $30,000"],
  ["hold", "Coordinated deliveries for six interns", "Supervised six interns"],
  ["hold", "Weekly payroll, 200 staff", "Managed 200 staff"],
  ["hold", "Planned the summer camp", "Ran the summer camp"],
  ["pass", "Looked after the company car fleet", "Managed the company car fleet"],
  ["pass", "Did the weekly rota", "Managed the weekly rota"],
  ["pass", "Team leader for 9 packers", "Led a team of 9 packers"],
  ["pass", "Organized the volunteers of the food bank", "Led the volunteers of the food bank"],
  ["pass", "Helped pupils with homework", "Supported pupils with their homework"],
  ["pass", "Trained three apprentices in welding", "Taught three apprentices how to weld"],
  ["pass", "Took photos for the catalog", "Made photos for the catalog"],
  ["pass", "Gave tours to school classes", "Led tours for school classes"],
  ["pass", "Weekly payroll, 200 staff", "Managed weekly payroll for 200 staff"],
  ["hold", "Kept the stock within a budget of $4,000", "Managed a budget of $4,000"],
  ["pass", "Assisted with about 30 files a month", "Provided assistance with about 30 files a month"],
  ["pass", "Rented out the hall", "Managed rentals of the hall"],
  ["pass", "Fixed bugs reported by customers", "Resolved bugs reported by customers"],
  ["pass", "Worked on a project that lowered costs by 12%", "Took part in a project that reduced costs by 12%"],
  ["hold", "Responsible for maintaining the booking system", "Led the booking system"],
  ["hold", "Responsible for maintaining the booking system", "Owned the booking system"],
  ["pass", "Responsible for the booking system", "Managed the booking system"],
  ["hold", "Three full-time workers, up to ten in summer", "Led three full-time workers"],
  ["pass", "Group of 22 children with one assistant", "Managed a group of 22 children with one assistant"],
  ["hold", "Group of 22 children with one assistant", "Managed one assistant"],
  ["pass", "Forest day once a week", "Led a weekly forest day"],
  ["hold", "Music by a friend, code by me", "Music and code by me"],
  ["pass", "Music by a friend, code by me", "Code by me, music by a friend"],
  ["hold", "Helped as lead of the group", "Led the group"],
  ["pass", "Kept track of deadlines", "Managed deadlines"],
  ["pass", "Posted jobs on two websites", "Published jobs on two websites"],
  ["hold", "Read articles on two websites", "Published articles on two websites"],
  ["pass", "Scripts in Python to log sensor data", "Wrote Python scripts to log sensor data"],
];

it.each(rows)("ownership: %s “%s” → “%s”", (expected, before, after) => {
  const rules = blocking(before, after);
  expect(expected === "hold" ? rules.includes("ownership") : rules.length === 0, rules.join(" ")).toBe(true);
});

it.each([
  ["Farm Manager", "Three full-time workers, up to ten in summer", true],
  ["Assistant Manager", "Three full-time workers, up to ten in summer", false],
  ["Farm Manager", "Three workers on the payroll software", false],
])("lets the people in a line without a verb be led by who is their %s: %s", (title, line, isFair) => {
  const rows = [
    ["w1", title, "Fernbrook Ltd", "Leeds", "2019-01", "2023-12"],
    ["w1.h1", line],
  ];
  const [verdict] = verifyEdits(taskOf(rows, lexicon), [replaced("w1.h1", "Led three workers")], words);
  expect(verdict?.status === "applied").toBe(isFair);
});
