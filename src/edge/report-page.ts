import type { Data } from "../ports.js";
import { type ReportPage, reportAssetPaths, writeReportHtml } from "../write/report-html.js";

/** The report of a rewrite as a page, with the shipped frame and styles. */
export async function reportPage(data: Data, of: ReportPage): Promise<string> {
  const [page, ...css] = await Promise.all(
    [reportAssetPaths.page, ...reportAssetPaths.css].map((path) => data.text(path)),
  );
  return writeReportHtml(of, { page: page ?? "", css: css.join("\n") });
}
