/** Look of the report on a page and on paper: the light tokens of the design, A4, no row, answer or heading torn apart. */
export const reportStyle = `
:root { --ink: #14232B; --muted: #4F5F67; --line: #E1E5E2; --accent: #0F6B6B; --accent-ink: #0A4F50; --accent-soft: #E2F0EE; --font: Inter, system-ui, sans-serif; --font-title: Newsreader, Georgia, serif; }
@page { size: A4; margin: 16mm 17mm 19mm; @bottom-left { font: 400 8pt Inter, sans-serif; color: #4F5F67; vertical-align: top; padding-top: 5mm; white-space: nowrap; } @bottom-right { font: 400 8pt Inter, sans-serif; color: #4F5F67; vertical-align: top; padding-top: 5mm; white-space: nowrap; } }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 400 14px/1.5 var(--font); font-variant-numeric: lining-nums tabular-nums; }
main { max-width: 900px; margin: 0 auto; padding: 48px 24px; }
h1, h2, h3 { line-height: 1.2; break-after: avoid; break-inside: avoid; text-wrap: balance; }
h1, h2 { font-family: var(--font-title); font-weight: 500; }
h1 { font-size: 40px; letter-spacing: -0.01em; margin: 6px 0 12px; }
h2 { font-size: 25px; margin: 44px 0 8px; }
h3 { font: 600 12.5px/1.4 var(--font); color: var(--accent-ink); margin: 20px 0 4px; }
p { margin: 0 0 6px; max-width: 76ch; overflow-wrap: anywhere; orphans: 3; widows: 3; }
.lead { font-size: 15.5px; break-after: avoid; }
.muted { color: var(--muted); font-size: 13px; }
.lead + .muted { break-after: avoid; }
.cover { border-bottom: 1px solid var(--line); padding-bottom: 22px; }
.cover + .muted { margin-top: 12px; max-width: none; }
.above { color: var(--accent-ink); font-weight: 600; font-size: 15px; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 5px 20px; margin: 20px 0 0; }
dt { color: var(--muted); }
dd { margin: 0; white-space: pre-wrap; overflow-wrap: anywhere; }
.number { display: inline-block; min-width: 30px; padding: 0 8px; border-radius: 8px; background: var(--accent-soft); color: var(--accent-ink); text-align: center; font: 600 17px/30px var(--font); vertical-align: 3px; margin-right: 6px; }
figure { margin: 12px 0; break-inside: avoid; }
figure svg { display: block; width: 100%; height: auto; border: 1px solid var(--line); border-radius: 8px; font-variant-numeric: normal; }
figure.small { max-width: 440px; margin: 8px auto; }
figure.small svg { border: 0; }
table { width: 100%; border-collapse: collapse; font-size: 12.5px; line-height: 1.4; margin: 4px 0 8px; }
.whole { break-inside: avoid; }
th { text-align: start; color: var(--muted); font-weight: 400; border-bottom: 1px solid var(--ink); padding: 4px 14px 4px 0; vertical-align: bottom; }
td { border-bottom: 1px solid var(--line); padding: 5px 14px 5px 0; vertical-align: top; white-space: pre-wrap; overflow-wrap: break-word; }
th.end, td.end { text-align: end; }
th:last-child, td:last-child { padding-right: 0; }
tr { break-inside: avoid; }
thead { display: table-header-group; break-inside: avoid; break-after: avoid; }
tbody tr:first-child { break-before: avoid; }
ul { margin: 4px 0; padding-left: 18px; max-width: 90ch; }
li { margin: 0 0 4px; break-inside: avoid; }
.entries { margin: 4px 0 8px; }
.entry { display: grid; grid-template-columns: 42fr 58fr; gap: 0 22px; padding: 5px 0; border-bottom: 1px solid var(--line); break-inside: avoid; }
.entry:first-child { border-top: 1px solid var(--ink); }
.entry p { margin: 0; }
.entry .label { color: var(--muted); }
.entry .answer { white-space: pre-wrap; }
.entry.empty { font-size: 12.5px; }
.entry.empty .answer { color: var(--muted); }
footer { break-before: avoid; margin-top: 36px; padding-top: 10px; border-top: 1px solid var(--line); color: var(--muted); font-size: 12px; }
@media screen and (max-width: 640px) { .entry { grid-template-columns: 1fr; } }
@media print {
  /* Tabular figures and ligatures are glyphs without a letter of their own: several PDF readers would copy and search blanks in their place. */
  body { font-variant-numeric: normal; font-variant-ligatures: none; font-size: 9.5pt; line-height: 1.42; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main { max-width: none; padding: 0; }
  h1 { font-size: 30pt; }
  h2 { font-size: 18pt; margin: 8mm 0 2mm; }
  h3 { font-size: 9.5pt; margin: 4mm 0 1mm; }
  .above { font-size: 11pt; }
  .lead { font-size: 11pt; }
  .muted, .entry.empty { font-size: 8.75pt; }
  .number { font-size: 12pt; line-height: 21pt; min-width: 21pt; padding: 0 5pt; border-radius: 6pt; vertical-align: 2pt; }
  table { font-size: 8.75pt; }
  th, td { padding-top: 3.5px; padding-bottom: 3.5px; }
  .entry { padding: 3.5px 0; }
  dl { grid-template-columns: max-content 1fr max-content 1fr; gap: 1mm 5mm; margin-top: 4mm; }
  .cover { padding-bottom: 5mm; }
  .cover + h2 { margin-top: 6mm; }
  figure { margin: 2mm 0; }
  figure.small { max-width: 96mm; margin: 2mm auto; }
  footer { margin-top: 8mm; font-size: 8.5pt; }
}
`
