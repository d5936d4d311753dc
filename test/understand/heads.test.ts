import { describe, expect, it } from "vitest";
import { jobsOf } from "./job-lines.js";

/** Invented job heads of many trades, orders and languages: the lines, and the job they name. */
const heads: [lines: string, job: string][] = [
  [
    "Pastry Chef, Le Petit Moulin, Lyon, France\t03/2018 - 05/2021",
    "Pastry Chef @ Le Petit Moulin [2018-03..2021-05] Lyon, France",
  ],
  [
    "Brightwater Marina — Dock Master (June 2017 – August 2019)",
    "Dock Master @ Brightwater Marina [2017-06..2019-08] -",
  ],
  [
    "Veterinary Technician at Paws & Claws Clinic | 2019 – Present",
    "Veterinary Technician @ Paws & Claws Clinic [2019..] -",
  ],
  [
    "Crane Operator @ Steelgate Ports\nRotterdam, Netherlands · Jan 2015 – Dec 2018",
    "Crane Operator @ Steelgate Ports [2015-01..2018-12] Rotterdam, Netherlands",
  ],
  ["2012–2016 | Tidewell Theatre | Lighting Technician", "Lighting Technician @ Tidewell Theatre [2012..2016] -"],
  ["**Dental Hygienist**\nSmilepoint, Denver, CO\nSince 2019", "Dental Hygienist @ Smilepoint [2019..] Denver, CO"],
  [
    "Kiln Hollow\nCeramics Instructor\nMay 2014 to Sept. 2016",
    "Ceramics Instructor @ Kiln Hollow [2014-05..2016-09] -",
  ],
  [
    "Position: Forestry Ranger\nEmployer: Pinecrest National Park\nDates: 2010 - 2014",
    "Forestry Ranger @ Pinecrest National Park [2010..2014] -",
  ],
  [
    "Employer: Northgate Haulage\nJob title: Lorry Driver\nLocation: Leeds, UK\nPeriod: 04/2016 – 09/2020",
    "Lorry Driver @ Northgate Haulage [2016-04..2020-09] Leeds, UK",
  ],
  [
    "Dates: Jan 2011 – Dec 2013\nCompany: Arbor & Root\nRole: Landscape Gardener",
    "Landscape Gardener @ Arbor & Root [2011-01..2013-12] -",
  ],
  [
    "Company\tVelora Textiles\nPosition\tSewing Machinist\nPeriod\t2008 - 2012",
    "Sewing Machinist @ Velora Textiles [2008..2012] -",
  ],
  [
    "Bauleiter bei Kranich Hochbau GmbH, Köln\n04/2016 – bis heute",
    "Bauleiter @ Kranich Hochbau GmbH [2016-04..] Köln",
  ],
  [
    "01.03.2015 – 30.09.2019\tErzieherin, Kita Sonnenschein, Dresden",
    "Erzieherin @ Kita Sonnenschein [2015-03-01..2019-09-30] Dresden",
  ],
  ["seit 09/2020\nTischlermeister\nHolzwerk Brandt", "Tischlermeister @ Holzwerk Brandt [2020-09..] -"],
  [
    "Infirmière coordinatrice — Hôpital Sainte-Aure, Nantes\nseptembre 2014 à juin 2018",
    "Infirmière coordinatrice @ Hôpital Sainte-Aure [2014-09..2018-06] Nantes",
  ],
  ["Depuis mars 2019 : Boulanger, Maison Perrault (Toulouse)", "Boulanger @ Maison Perrault [2019-03..] Toulouse"],
  [
    "Camarera de pisos, Hotel Mirador\nde enero de 2016 hasta marzo de 2019",
    "Camarera de pisos @ Hotel Mirador [2016-01..2019-03] -",
  ],
  ["Talleres Benítez\nSoldador\n2017 – actualidad", "Soldador @ Talleres Benítez [2017..] -"],
  [
    "Responsabile di magazzino – Officine Valdarno S.r.l.\ngennaio 2013 - oggi",
    "Responsabile di magazzino @ Officine Valdarno S.r.l. [2013-01..] -",
  ],
  [
    "Enfermeira, Clínica Boa Vista, Porto, Portugal\nmaio de 2012 até julho de 2017",
    "Enfermeira @ Clínica Boa Vista [2012-05..2017-07] Porto, Portugal",
  ],
  [
    "Verpleegkundige | Ziekenhuis De Linde | Utrecht\nmaart 2016 – heden",
    "Verpleegkundige @ Ziekenhuis De Linde [2016-03..] Utrecht",
  ],
  [
    "Magazijnmedewerker bij Van Dorp Logistiek\njan. 2018 t/m okt. 2020",
    "Magazijnmedewerker @ Van Dorp Logistiek [2018-01..2020-10] -",
  ],
  ["青峰科技有限公司\t软件工程师\t2018年7月 – 至今", "软件工程师 @ 青峰科技有限公司 [2018-07..] -"],
  ["2015.03 - 2018.06\t南湖医院\t护士", "护士 @ 南湖医院 [2015-03..2018-06] -"],
  [
    "Software Engineer II, Platform\tLumenbyte\tFeb 2021 – Present (3 yrs 2 mos)",
    "Software Engineer II, Platform @ Lumenbyte [2021-02..] -",
  ],
  [
    "Lumenbyte\nData Analyst\nFull-time\nFeb 2021 - Mar 2023 · 2 yrs 2 mos\nAustin, Texas, United States",
    "Data Analyst @ Lumenbyte [2021-02..2023-03] Austin, Texas, United States",
  ],
  ["Summer 2019\nResearch Intern, Halden Institute", "Research Intern @ Halden Institute [2019..] -"],
  ["Claims Adjuster, Oakmere Mutual, Q2 2016 – Q4 2018", "Claims Adjuster @ Oakmere Mutual [2016..2018] -"],
  ["[2016 - 2018] Glazier, Clearpane Ltd", "Glazier @ Clearpane Ltd [2016..2018] -"],
  ["Glazier (Clearpane Ltd) 2016-2018", "Glazier @ Clearpane Ltd [2016..2018] -"],
  [
    "Upholsterer • Finch & Daughters • Bristol, UK • 2009 – 2013",
    "Upholsterer @ Finch & Daughters [2009..2013] Bristol, UK",
  ],
  [
    "Finch & Daughters, Bristol, UK (2009 – 2013)\nUpholsterer",
    "Upholsterer @ Finch & Daughters [2009..2013] Bristol, UK",
  ],
  [
    "Sous Chef | 2016 – 2018\nThe Copper Ladle | Portland, OR",
    "Sous Chef @ The Copper Ladle [2016..2018] Portland, OR",
  ],
  [
    "The Copper Ladle | Portland, OR | 2016 – 2018\nSous Chef",
    "Sous Chef @ The Copper Ladle [2016..2018] Portland, OR",
  ],
  ["Portland, OR\nThe Copper Ladle\nSous Chef\n2016 – 2018", "Sous Chef @ The Copper Ladle [2016..2018] Portland, OR"],
  [
    "Head of Growth\nZephyrly (www.zephyrly.example.com)\nBerlin, Germany\n11/2019 – 02/2022",
    "Head of Growth @ Zephyrly [2019-11..2022-02] Berlin, Germany",
  ],
  [
    "Zephyrly\nwww.zephyrly.example.com\nHead of Growth\n11/2019 – 02/2022",
    "Head of Growth @ Zephyrly [2019-11..2022-02] -",
  ],
  [
    "### Zookeeper\n#### Marlow Wildlife Park\nApr 2013 — Nov 2017",
    "Zookeeper @ Marlow Wildlife Park [2013-04..2017-11] -",
  ],
  [
    "### Marlow Wildlife Park\n#### Zookeeper\nApr 2013 — Nov 2017 | Marlow, UK",
    "Zookeeper @ Marlow Wildlife Park [2013-04..2017-11] Marlow, UK",
  ],
  ["### Bus Driver, Metroline Transit\nAugust 2012 – May 2015", "Bus Driver @ Metroline Transit [2012-08..2015-05] -"],
  [
    "Metroline Transit – Bus Driver – Glasgow, Scotland – 2012-2015",
    "Bus Driver @ Metroline Transit [2012..2015] Glasgow, Scotland",
  ],
  ["Machine Learning Engineer — Norrsken AI — 2021 — 2023", "Machine Learning Engineer @ Norrsken AI [2021..2023] -"],
  [
    "Owner/Operator, Two Wheels Bicycle Repair, 2011 to present",
    "Owner/Operator @ Two Wheels Bicycle Repair [2011..] -",
  ],
  [
    "Freelance Illustrator\tJan 2016 - Jun 2018\nSelf-employed",
    "Freelance Illustrator @ Self-employed [2016-01..2018-06] -",
  ],
  [
    "US Army, Fort Bragg, NC\tLogistics Sergeant\t2004 – 2008",
    "Logistics Sergeant @ US Army [2004..2008] Fort Bragg, NC",
  ],
  [
    "Assistant Professor of Chemistry, University of Eastmark, 2015–2021",
    "Assistant Professor of Chemistry @ University of Eastmark [2015..2021] -",
  ],
  [
    "Case Worker\nCity of Harrow, Department of Human Services\nOct 2013 - Jan 2017",
    "Case Worker @ City of Harrow, Department of Human Services [2013-10..2017-01] -",
  ],
  [
    "Tower Climber, Skyreach Inc., Tulsa, OK, 5/2014 to 8/2016",
    "Tower Climber @ Skyreach Inc. [2014-05..2016-08] Tulsa, OK",
  ],
  ["05/2014 –\tTower Climber\n08/2016\tSkyreach Inc.", "Tower Climber @ Skyreach Inc. [2014-05..2016-08] -"],
  [
    "Maschinenführer Kunststoffwerk Abel GmbH\t10/2015 - 04/2019",
    "Maschinenführer @ Kunststoffwerk Abel GmbH [2015-10..2019-04] -",
  ],
  ["Beekeeper\t2013\nHoneywell Meadow Farm", "Beekeeper @ Honeywell Meadow Farm [2013..] -"],
  ["Glazier, Clearpane Windows, Leeds.\tMay 2014 – Aug 2016", "Glazier @ Clearpane Windows [2014-05..2016-08] Leeds"],
  ["Sculptor\nŻubr Sp. z o.o.\nJan 2010 – Mar 2012", "Sculptor @ Żubr Sp. z o.o. [2010-01..2012-03] -"],
  ["Baker\t2010 – 2012\nPekárna Lípa s.r.o.", "Baker @ Pekárna Lípa s.r.o. [2010..2012] -"],
  [
    "### Staff Nurse\n**Northwind Clinics**, Toronto, ON | Jan 2010 – Mar 2012",
    "Staff Nurse @ Northwind Clinics [2010-01..2012-03] Toronto, ON",
  ],
  [
    "Porter\tJan 2010 – Mar 2012\nSt. Mary's Hospital, São Paulo, Brazil",
    "Porter @ St. Mary's Hospital [2010-01..2012-03] São Paulo, Brazil",
  ],
  ["Head Chef at 7 Hills Catering (Jan 2010 - Mar 2012)", "Head Chef @ 7 Hills Catering [2010-01..2012-03] -"],
  [
    "Head Chef\tJan 2010 - Mar 2012\n7 Hills Catering, Pune, India",
    "Head Chef @ 7 Hills Catering [2010-01..2012-03] Pune, India",
  ],
  ["Mar 2010 – Feb\tWelder\n2016\tUmbra Ironworks", "Welder @ Umbra Ironworks [2010-03..2016-02] -"],
];

describe("the heading lines of a job", () => {
  it.each(heads)("%s", (lines, job) => {
    expect(jobsOf(`${lines}\n- Kept the work safe and on time\n- Trained two new colleagues`)).toEqual([`${job} 2`]);
  });
});
