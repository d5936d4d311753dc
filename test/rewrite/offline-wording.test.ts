import { describe, expect, it } from "vitest";
import type { Tense } from "../../src/rewrite/offline-verbs.js";
import { reword } from "../../src/rewrite/offline-wording.js";
import { loadVerifyWords } from "../../src/verify/words.js";
import { data } from "../doubles.js";

const words = await loadVerifyWords(data);
const textOf = (text: string, tense: Tense): string | null => reword(text, tense, words)?.text ?? null;

describe.each<[string, [line: string, tense: Tense, expected: string | null][]]>([
  [
    "nursing",
    [
      ["Responsible for administering medication to 20 residents", "past", "Administered medication to 20 residents"],
      ["Responsible for administering medication to 20 residents", "present", "Administer medication to 20 residents"],
      ["I was responsible for triaging patients in the clinic", "past", "Triaged patients in the clinic"],
      ["Was responsible for the training of new nurses", "past", "Trained new nurses"],
      ["In charge of scheduling 14 nurses across three shifts", "past", "Scheduled 14 nurses across three shifts"],
      ["Assisted physicians in changing dressings", "past", null],
      ["Helped train new starters on the ward", "past", null],
      ["Responsible for the ward's medicine cupboard", "past", null],
    ],
  ],
  [
    "teaching",
    [
      ["My duties included preparing lessons and grading papers", "past", "Prepared lessons and graded papers"],
      ["Role included supervising the chess club", "present", "Supervised the chess club"],
      ["I have taught reading to first graders", "past", "Taught reading to first graders"],
      [
        "Responsible for planning, organizing and running the summer camp",
        "past",
        "Planned, organized and ran the summer camp",
      ],
      ["Responsible for planning lessons, grading and discipline", "past", null],
      ["Responsible for training programs", "past", null],
      ["Participated in writing the new curriculum", "past", null],
      ["Contributed to preparing the exam papers", "past", null],
    ],
  ],
  [
    "finance",
    [
      ["Responsible for balancing the cash drawer on a daily basis", "past", "Balanced the cash drawer daily"],
      ["Tasked with reconciling 300 invoices a month", "past", "Reconciled 300 invoices a month"],
      ["Accountable for preparing the quarterly tax returns", "present", "Prepare the quarterly tax returns"],
      ["Was in charge of auditing expense reports", "present", "Audited expense reports"],
      ["Responsible for accounts payable", "past", null],
      ["Managed actively managed funds for 30 clients", "past", null],
      ["Contributed to preparing the annual budget", "past", null],
      ["Responsible for managing budgets, staffing and marketing", "past", null],
    ],
  ],
  [
    "manufacturing and logistics",
    [
      ["Responsible for welding frames and assembling gearboxes", "past", "Welded frames and assembled gearboxes"],
      ["Had responsibility for maintaining the conveyor belts", "past", "Maintained the conveyor belts"],
      ["Duties included operating a forklift and loading trucks", "past", "Operated a forklift and loaded trucks"],
      ["Responsible for the inspection of finished parts", "past", "Inspected finished parts"],
      ["Responsible for the maintenance of 40 presses", "present", "Maintain 40 presses"],
      ["Due to the fact that the depot moved, rerouted 12 vans", "past", "Because the depot moved, rerouted 12 vans"],
      ["Worked on repairing hydraulic presses", "past", null],
      ["Responsible for building maintenance", "past", null],
    ],
  ],
  [
    "hospitality",
    [
      ["Responsible for greeting guests and taking orders", "past", "Greeted guests and took orders"],
      ["My duties were to greet guests at the door", "past", "Greeted guests at the door"],
      ["My duties were to greet guests and take orders", "past", null],
      [
        "I successfully opened the second bar and I trained its staff",
        "past",
        "Opened the second bar and trained its staff",
      ],
      ["In charge of ordering linen and training new staff", "past", "Ordered linen and trained new staff"],
      ["Responsible for cooking meals and cleaning", "past", null],
      ["Had the responsibility of closing the bar every night", "past", "Closed the bar every night"],
      ["Responsible for overbooking-proof seating", "past", null],
    ],
  ],
  [
    "sales and marketing",
    [
      ["Responsible for selling phones and explaining contracts", "past", "Sold phones and explained contracts"],
      ["Responsible for managing a team of 5", "past", "Managed a team of 5"],
      ["Responsible for managing a team of 5", "present", "Manage a team of 5"],
      ["Tasked with growing the client base in the north", "past", "Grew the client base in the north"],
      ["Utilized Salesforce in order to track leads", "past", "Used Salesforce to track leads"],
      ["Responsible for running social media campaigns", "present", "Run social media campaigns"],
      ["Responsible for marketing and advertising", "past", null],
      ["Supported the sales team in preparing offers", "past", null],
      ["Served customers at the till", "past", null],
    ],
  ],
  [
    "software",
    [
      ["Order service. Responsible for maintaining the order service in Python", "present", null],
      [
        "Order service. Responsible for maintaining the order service in Python",
        "past",
        "Order service. Maintained the order service in Python",
      ],
      [
        "Move to the cloud. Was responsible for moving 14 services to AWS",
        "present",
        "Move to the cloud. Moved 14 services to AWS",
      ],
      ["Checkout: responsible for reducing page load times", "past", "Checkout: reduced page load times"],
      ["Tasked with building a REST API in Go", "past", "Built a REST API in Go"],
      ["Was responsible for writing tests and maintaining the wiki", "present", "Wrote tests and maintained the wiki"],
      [
        "Responsible for maintaining servers, ensuring an uptime of 99.9%",
        "past",
        "Maintained servers, ensuring an uptime of 99.9%",
      ],
      ["Responsible for maintaining servers, including patching and testing them", "past", null],
      ["Was responsible for supporting the planning and testing of the product", "past", null],
      ["Worked on building the billing service", "past", null],
      ["Helped build the billing service", "past", null],
      ["Wrote the on-call handbook and review every incident report", "present", null],
    ],
  ],
  [
    "office and law",
    [
      [
        "Responsible for filing court documents and indexing exhibits",
        "past",
        "Filed court documents and indexed exhibits",
      ],
      [
        "Key responsibilities included answering phones, sorting mail and booking rooms",
        "past",
        "Answered phones, sorted mail and booked rooms",
      ],
      ["Charged with drafting speeches for the mayor", "past", "Drafted speeches for the mayor"],
      ["Was given responsibility for hiring four cashiers", "past", "Hired four cashiers"],
      ["Answered a total of 80 calls a day prior to lunch", "past", "Answered 80 calls a day before lunch"],
      ["Wrote scripts in order to import files on a daily basis", "past", "Wrote scripts to import files daily"],
      ["Worked efficiently and effectively with suppliers", "past", null],
      ["Prepared witnesses in an effectively short time", "past", null],
      ["Responsible for inventory management", "past", null],
    ],
  ],
  [
    "names of deeds, second verbs and other openings",
    [
      ["My duties include answering the phones and filing claims", "present", "Answer the phones and file claims"],
      [
        "Duties included handling of cash, the scheduling of visits and the filing of claims",
        "past",
        "Handled cash, scheduled visits and filed claims",
      ],
      ["Was responsible for greeting guests and for checking them in", "past", "Greeted guests and checked them in"],
      ["My job was to stock shelves and to rotate products", "past", "Stocked shelves and rotated products"],
      ["Responsible for loading and unloading of trucks", "present", "Load and unload trucks"],
      ["Was responsible for opening and closing of the bar", "past", "Opened and closed the bar"],
      ["Was tasked with ordering supplies", "past", "Ordered supplies"],
      ["Responsible for putting up fences and training of staff", "past", "Put up fences and trained staff"],
      ["Handled the unloading of two trucks a week", "past", "Unloaded two trucks a week"],
      ["Carried out the inspection of finished parts", "past", "Inspected finished parts"],
      ["Managed to increase wine sales by 12%", "past", "Increased wine sales by 12%"],
      ["Took care of handling guest complaints", "past", "Handled guest complaints"],
      ["Assisted in the creation of 12 leaflets", "past", "Helped create 12 leaflets"],
      ["Assist with the training of new drivers", "present", "Help train new drivers"],
      ["Assisted with central line insertions", "past", null],
      ["Handled the budget of the depot", "past", null],
      ["Took care of three dogs", "past", null],
      ["Performed cleaning of machines and of tools", "past", null],
    ],
  ],
  [
    "the first person, long forms and doubled words",
    [
      ["The stock list was developed by me in Excel", "past", "Developed the stock list in Excel"],
      ["The reports were written by me for our clients", "past", null],
      ["The reports were written by the team", "past", null],
      ["The menu was planned by me and the chef", "past", null],
      ["Helped to the best of my ability", "past", null],
      ["Was assigned to night shifts", "past", null],
      ["I was awarded Employee of the Month in 2018", "past", "Was awarded Employee of the Month in 2018"],
      ["I was a cook in the canteen", "past", null],
      ["Have reduced food waste by 18%", "present", "Reduced food waste by 18%"],
      ["Have experience in retail", "present", null],
      ["We built a booking tool", "past", null],
      ["Assisted with the the billing of patients", "past", "Assisted with the billing of patients"],
      ["Knew what it was that that line had had", "past", null],
      ["Provided assistance to customers", "past", "Assisted customers"],
      ["Helped to train new starters", "past", "Helped train new starters"],
      ["Answered letters in a timely manner", "past", "Answered letters promptly"],
    ],
  ],
])("in %s", (_profession, table) => {
  it.each(table)("“%s” (%s) becomes “%s”", (line, tense, expected) => {
    expect(textOf(line, tense)).toBe(expected);
  });
});

it("keeps the openings where only the rest may change", () => {
  expect(reword("Responsible for counting stock on a daily basis", "past", words, true)?.text).toBe(
    "Responsible for counting stock daily",
  );
});

it("says what it did to a line", () => {
  expect(reword("I was tasked with sorting mail on a daily basis", "past", words)).toEqual({
    text: "Sorted mail daily",
    why: "says directly what was done; drops words that say nothing",
  });
});
