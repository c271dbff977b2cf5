/** Look of the report on a page and on paper: the light tokens of the design, A4, no section torn from its heading. */
export const reportStyle = `
:root { --ink: #14232B; --muted: #4F5F67; --line: #E1E5E2; --accent: #0F6B6B; --accent-ink: #0A4F50; --accent-soft: #E2F0EE; --font: Inter, "Inter Variable", system-ui, sans-serif; --font-title: Newsreader, "Newsreader Variable", Georgia, serif; }
@page { size: A4; margin: 16mm 14mm 18mm; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 400 14px/1.5 var(--font); font-variant-numeric: tabular-nums; }
main { max-width: 860px; margin: 0 auto; padding: 48px 24px; }
h1, h2, h3 { font-family: var(--font-title); font-weight: 500; line-height: 1.2; break-after: avoid; }
h1 { font-size: 40px; margin: 8px 0 16px; }
h2 { font-size: 26px; margin: 44px 0 10px; }
h3 { font: 600 13px/1.4 var(--font); color: var(--accent-ink); margin: 22px 0 6px; }
p { margin: 0 0 8px; max-width: 70ch; overflow-wrap: anywhere; }
.lead { font-size: 16px; }
.muted { color: var(--muted); }
.cover { border-bottom: 1px solid var(--line); padding-bottom: 28px; }
.above { color: var(--accent-ink); font-weight: 600; font-size: 16px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 20px; margin: 28px 0 0; }
dt { color: var(--muted); }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.number { display: inline-block; min-width: 30px; padding: 0 8px; border-radius: 8px; background: var(--accent-soft); color: var(--accent-ink); text-align: center; font: 600 18px/30px var(--font); vertical-align: 3px; margin-right: 6px; }
figure { margin: 12px 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; margin: 6px 0 10px; }
th { text-align: start; color: var(--muted); font-weight: 500; border-bottom: 1px solid var(--ink); padding: 5px 10px 5px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: 6px 10px 6px 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
td:first-child { min-width: 24mm; }
th.end, td.end { text-align: end; }
th:last-child, td:last-child { padding-right: 0; }
td.end { white-space: nowrap; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
ul { margin: 6px 0; padding-left: 20px; max-width: 76ch; }
.entry { break-inside: avoid-page; margin: 0 0 12px; }
.entry .label { font-weight: 600; margin: 0 0 2px; }
.entry .answer { white-space: pre-wrap; border-left: 2px solid var(--line); padding-left: 12px; }
footer { margin-top: 48px; padding-top: 12px; border-top: 1px solid var(--line); color: var(--muted); font-size: 12px; }
@media print {
  body { font-size: 10.5pt; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  .cover { min-height: 90mm; }
  table { font-size: 9pt; }
  h2 { margin-top: 28px; }
}
`
