#include "runner/report/page.hpp"

namespace runner::report {

// Every pair of text and ground keeps a contrast of at least 4.5 in both schemes;
// tests/runner/report/score_html.cpp computes it from this text, so the variables stay plain six-digit
// colours.
// NOLINTNEXTLINE(readability-function-size): the style sheet is one text
std::string_view page_style() {
  return R"css(
:root { color-scheme: light dark;
  --bg: #ffffff; --panel: #f6f7f9; --ink: #1b2430; --muted: #556070; --line: #d9dee5; --accent: #1d5bbf;
  --good: #17703a; --good-soft: #e3f4e8; --info: #1d5bbf; --info-soft: #e6effc; --warn: #875400; --warn-soft: #fdf1d8;
  --bad: #b02a22; --bad-soft: #fce8e6; --add: #e9f7ed; --add-n: #d6efdd; --del: #fdeceb; --del-n: #f9dcd9; }
@media screen and (prefers-color-scheme: dark) { :root {
  --bg: #11151b; --panel: #181e26; --ink: #e4e9f0; --muted: #9ba7b6; --line: #2d3642; --accent: #82b4ff;
  --good: #63d090; --good-soft: #14301f; --info: #82b4ff; --info-soft: #16263f; --warn: #e6b85c; --warn-soft: #33270d;
  --bad: #ff9088; --bad-soft: #3a1a19; --add: #12261a; --add-n: #183623; --del: #2c1818; --del-n: #3d2120; } }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--bg); color: var(--ink); overflow-wrap: anywhere;
  font: 16px/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
code, pre, .path, .diff { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Liberation Mono", monospace; }
code, .path { font-size: .875em; }
.wrap { max-width: 68rem; margin: 0 auto; padding: 0 1.5rem; }
a { color: var(--accent); text-decoration-thickness: .06em; text-underline-offset: .18em; }
a:focus-visible, summary:focus-visible, [tabindex]:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 4px; }
:is(.card, .note-box, .seed, .file):target { outline: 3px solid var(--accent); outline-offset: 3px; }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--bg); padding: .5rem 1rem; border-radius: 6px; z-index: 1; }
.skip:focus { top: 1rem; }
.vh { position: absolute; width: 1px; height: 1px; margin: -1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: .15rem 0 .4rem; letter-spacing: -.015em; }
h2 { font-size: 1.3rem; line-height: 1.3; margin: 0 0 1rem; letter-spacing: -.01em; }
h3 { font-size: 1.02rem; line-height: 1.4; margin: 0; }
p { margin: 0 0 .6rem; }
section { margin: 0 0 3.25rem; }
.muted, .over { color: var(--muted); }
.over { font-size: .875rem; margin: 0; }
.top { background: var(--panel); border-bottom: 1px solid var(--line); padding: 2.25rem 0 2rem; margin-bottom: 1.75rem; }
.facts { color: var(--muted); margin: 0; }
.trio { display: grid; grid-template-columns: repeat(3, 1fr); gap: 1rem; margin: 1.75rem 0 1rem; padding: 0; list-style: none; }
.tile { background: var(--bg); border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.15rem .9rem; }
.tile .name { font-weight: 600; font-size: .9rem; margin: 0; }
.tile .value { font-size: 2.35rem; line-height: 1.15; font-weight: 650; letter-spacing: -.025em; margin: .1rem 0 .35rem;
  font-variant-numeric: tabular-nums; }
.tile .value small { font-size: 1rem; font-weight: 400; color: var(--muted); letter-spacing: 0; }
.tile .note { font-size: .875rem; color: var(--muted); margin: .5rem 0 0; }
.strip { display: block; width: 100%; height: 12px; }
.strip .track { fill: var(--line); } .strip .range { fill: var(--accent); opacity: .38; } .strip .point { fill: var(--accent); }
.strip .tick { fill: var(--muted); }
.verdict { background: var(--bg); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1.15rem; }
.verdict p { margin: .1rem 0; }
.callout { border-left: 4px solid var(--warn); background: var(--warn-soft); border-radius: 0 8px 8px 0; padding: .6rem 1rem; margin: .75rem 0 0; }
.callout.bad { border-color: var(--bad); background: var(--bad-soft); }
nav ul { display: flex; flex-wrap: wrap; gap: .35rem 1.5rem; list-style: none; margin: 0 0 2.5rem; padding: 0; }
.chip { display: inline-block; border-radius: 999px; padding: .05rem .6rem; font-size: .8rem; font-weight: 600; white-space: nowrap;
  background: var(--panel); color: var(--muted); border: 1px solid var(--line); }
.chip.good { color: var(--good); background: var(--good-soft); border-color: transparent; }
.chip.info { color: var(--info); background: var(--info-soft); border-color: transparent; }
.chip.warn { color: var(--warn); background: var(--warn-soft); border-color: transparent; }
.chip.bad { color: var(--bad); background: var(--bad-soft); border-color: transparent; }
.meter { display: inline-flex; align-items: center; gap: .5rem; font-weight: 600; font-size: .875rem; white-space: nowrap; }
.meter .off { fill: var(--line); }
.meter.good { color: var(--good); } .meter.good .on { fill: var(--good); }
.meter.info { color: var(--info); } .meter.info .on { fill: var(--info); }
.meter.warn { color: var(--warn); } .meter.warn .on { fill: var(--warn); }
.meter.bad { color: var(--bad); }
.cards { list-style: none; margin: 0; padding: 0; display: grid; gap: .9rem; }
.card { border: 1px solid var(--line); border-radius: 10px; padding: 1rem 1.15rem; min-width: 0; }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .3rem .8rem; }
.title { display: flex; flex-wrap: wrap; justify-content: space-between; align-items: baseline; gap: .1rem 1.5rem; }
.title h3 { flex: 1 1 18rem; }
.where { font-size: .875rem; color: var(--muted); margin: .3rem 0 0; }
.where .chip { margin-right: .4rem; } .where .dot { margin-left: .4rem; padding-left: .75rem; border-left: 1px solid var(--line); }
.rows { list-style: none; margin: 0; padding: 0; border: 1px solid var(--line); border-radius: 10px; }
.rows > li { display: grid; grid-template-columns: 7rem 1fr; gap: .2rem 1rem; padding: .9rem 1.15rem; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; } .rows > li > div { min-width: 0; } .rows p { margin: .2rem 0 0; } .rows blockquote { margin: 0 0 .35rem; }
.rows blockquote p { margin: 0; }
blockquote { margin: .5rem 0; padding: .1rem 0 .1rem .9rem; border-left: 3px solid var(--line); }
.said { margin: .8rem 0 .2rem; } .said p { margin: 0; } .said .by { font-size: .875rem; color: var(--muted); margin-top: .2rem; }
details { margin: .6rem 0 0; } summary { cursor: pointer; color: var(--accent); font-size: .925rem; width: fit-content; }
.body { padding: .5rem 0 0; font-size: .95rem; }
dl.pairs { display: grid; grid-template-columns: 7.5rem 1fr; gap: .3rem 1rem; margin: 0; }
dl.pairs dt { color: var(--muted); } dl.pairs dd { margin: 0; min-width: 0; }
.evidence { border-collapse: collapse; width: 100%; font-size: .9rem; margin: .4rem 0 .2rem; }
.evidence caption { text-align: left; color: var(--muted); padding: .4rem 0 .2rem; }
.evidence th, .evidence td { text-align: left; vertical-align: top; padding: .25rem .9rem .25rem 0; border-top: 1px solid var(--line); font-weight: 400; }
.evidence thead th { color: var(--muted); font-size: .8rem; border-top: 0; }
.evidence th:first-child { width: 7.5rem; } .evidence .num, .evidence th:last-child { width: 4rem; text-align: right; padding-right: 0; }
.evidence .num { white-space: nowrap; font-variant-numeric: tabular-nums; }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(26rem, 100%), 1fr)); gap: 2rem 3rem; align-items: start; }
.chart { border-collapse: collapse; width: 100%; font-size: .925rem; }
.chart caption { text-align: left; font-weight: 600; padding-bottom: .4rem; }
.chart th, .chart td { text-align: left; font-weight: 400; padding: .45rem .8rem .45rem 0; border-top: 1px solid var(--line); vertical-align: middle; }
.chart thead th { color: var(--muted); font-size: .8rem; border-top: 0; padding: .1rem .8rem .2rem 0; }
.chart td { width: 1%; padding-right: 0; padding-left: 1.2rem; } .chart .found, .chart thead th { white-space: nowrap; } .chart thead th + th { padding-left: 1.2rem; }
.chart .levels { display: block; margin: .3rem 0 .1rem; max-width: 100%; } .share { margin-right: .5rem; vertical-align: middle; }
@media print, (min-width: 46.01rem) { .chart td { white-space: nowrap; } }
.share .on { fill: var(--accent); } .share .track { fill: var(--line); }
.levels .off { fill: none; stroke: var(--muted); stroke-width: 1; }
.levels .good { fill: var(--good); } .levels .info { fill: var(--info); } .levels .warn { fill: var(--warn); } .levels .bad { fill: none; }
.legend { color: var(--muted); font-size: .875rem; margin: 0 0 1.25rem; } .legend svg { vertical-align: -.4rem; margin-right: .15rem; height: 18px; width: 23px; }
.nowrap { white-space: nowrap; margin-right: .6rem; }
.small { font-size: .925rem; margin-top: 1.2rem; }
.who { display: grid; grid-template-columns: fit-content(40%) 1fr; gap: .3rem .9rem; margin: 1rem 0 0; } .who dt { font-weight: 650; overflow-wrap: anywhere; min-width: 0; } .who dd { margin: 0; min-width: 0; } .who .chip { white-space: normal; }
.scroll { overflow-x: auto; } .compared td { width: auto; white-space: nowrap; font-variant-numeric: tabular-nums; } .compared td.words { white-space: normal; min-width: 12rem; } .compared th[scope=row] { min-width: 9rem; }
.compared + h3, .list + h3 { margin-top: 1.4rem; } section > h3 { margin-bottom: .4rem; }
.plot { display: block; max-width: none; } .plot text { fill: var(--ink); font-size: 12px; } .plot .grid { stroke: var(--line); } .plot .zero { stroke: var(--muted); }
.plot .reach { stroke: var(--accent); stroke-width: 4; opacity: .45; } .plot .dot { fill: var(--accent); } .plot .trend { fill: none; stroke: var(--accent); stroke-width: 1.5; }
.plot .none { fill: none; stroke: var(--line); } .plot .heat { stroke: var(--muted); stroke-width: .5; fill: var(--accent); } .plot .l0 { fill-opacity: 0; } .plot .l1 { fill-opacity: .12; } .plot .l2 { fill-opacity: .3; } .plot .l3 { fill-opacity: .88; } .plot .l4 { fill-opacity: 1; }
.plot .h3, .plot .h4 { fill: var(--bg); }
.letter { max-width: 50rem; } .letter .card > :last-child { margin-bottom: 0; } .letter .card .where, .letter .title { margin-bottom: .45rem; } .letter .said { margin-top: 0; }
.list { padding-left: 1.2rem; margin: 0; } .list li { margin-bottom: .7rem; }
.file { border: 1px solid var(--line); border-radius: 10px; margin: 0 0 1.5rem; overflow: hidden; }
.file > h3 { background: var(--panel); border-bottom: 1px solid var(--line); padding: .6rem 1rem; font-weight: 600; font-size: .9rem; }
.file > h3 .count { font-weight: 400; color: var(--muted); margin-left: .75rem; }
.diff { border-collapse: collapse; width: 100%; font-size: .8rem; line-height: 1.6; table-layout: fixed; }
.diff .n { width: 3.4rem; text-align: right; padding: 0 .6rem; color: var(--muted); font-weight: 400; vertical-align: top; user-select: none; }
.diff .s { width: 1.4rem; text-align: center; vertical-align: top; user-select: none; padding: 0; }
.diff .c { white-space: pre-wrap; overflow-wrap: anywhere; padding: 0 .75rem 0 .15rem; tab-size: 4; vertical-align: top; }
.diff .add > * { background: var(--add); } .diff .add .n { background: var(--add-n); }
.diff .del > * { background: var(--del); } .diff .del .n { background: var(--del-n); }
.diff .planted .c { box-shadow: inset 3px 0 0 var(--accent); }
.diff .gap td { background: var(--panel); color: var(--muted); padding: .2rem 1rem; }
.diff .notes > td { padding: .3rem 1rem; border-top: 1px solid var(--line); border-bottom: 1px solid var(--line); background: var(--bg);
  font: .9375rem/1.55 system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", "Noto Sans", sans-serif; }
.note-box { border: 1px solid var(--line); border-radius: 8px; margin: .4rem 0; max-width: 46rem; background: var(--bg); }
.note-box .head { background: var(--panel); border-radius: 8px 8px 0 0; border-bottom: 1px solid var(--line); padding: .35rem .9rem; font-size: .875rem;
  margin: 0; display: flex; flex-wrap: wrap; gap: .2rem .7rem; align-items: center; }
.note-box .text { padding: .6rem .9rem .1rem; } .note-box .text > :last-child { margin-bottom: .5rem; }
.note-box .fates { list-style: none; margin: 0; padding: .45rem .9rem; border-top: 1px solid var(--line); font-size: .875rem; }
.note-box .fates li { margin: .15rem 0; }
.seed { border: 1px solid var(--line); border-left: 4px solid var(--accent); border-radius: 4px 8px 8px 4px; padding: .4rem .9rem; margin: .4rem 0;
  max-width: 46rem; font-size: .9rem; background: var(--bg); }
.seed.aside { border-color: transparent; padding: 0 .9rem; margin: 0; font-size: .85rem; color: var(--muted); }
.seed.decoy { border-left-color: var(--muted); }
.loose { padding: .5rem 1rem; border-top: 1px solid var(--line); } .loose > p { font-size: .875rem; color: var(--muted); margin: .2rem 0; }
.text pre, .body pre { background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .6rem .8rem; white-space: pre-wrap;
  overflow-wrap: anywhere; font-size: .8rem; margin: .4rem 0 .7rem; }
.text code { background: var(--panel); border-radius: 4px; padding: .08em .3em; } .text pre code { background: none; padding: 0; font-size: inherit; }
.text code.language-suggestion::before { content: "Suggested change"; display: block; color: var(--muted); margin-bottom: .3rem;
  font-family: system-ui, sans-serif; }
.text table { border-collapse: collapse; } .text td, .text th { border: 1px solid var(--line); padding: .2rem .6rem; }
footer { background: var(--panel); border-top: 1px solid var(--line); padding: 1.75rem 0 2.5rem; color: var(--muted); font-size: .9rem; }
@media screen and (max-width: 46rem) {
  .wrap { padding: 0 1rem; } .trio { grid-template-columns: 1fr; } h1 { font-size: 1.5rem; } .top { padding: 1.5rem 0; }
  .rows > li { grid-template-columns: 1fr; padding: .8rem 1rem; } dl.pairs { grid-template-columns: 1fr; gap: 0; } dl.pairs dd { margin-bottom: .5rem; }
  .diff .n { width: 2.4rem; padding: 0 .35rem; } .diff .old { width: 0; padding: 0; font-size: 0; } .where .dot { display: block; margin: .3rem 0 0; padding: 0; border: 0; } .diff .notes > td { padding: .4rem .5rem; }
  .chart td, .chart thead th + th { padding-left: .6rem; } .compared td { white-space: nowrap; } .share { display: none; }
  .evidence th, .evidence td { padding-right: .5rem; }
}
@media print {
  :root { color-scheme: light; font-size: 78%; } body { font-size: 1rem; } .loose > p { break-after: avoid; } .wrap { max-width: none; padding: 0; } nav, .skip { display: none; }
  .top, footer, .tile, .card, .file > h3, .chip, .diff *, .callout, .strip * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  .top { padding: 0 0 1rem; background: none; } .tile, .note-box, .seed, .verdict, blockquote, .letter .card, .evidence tr, .chart tr { break-inside: avoid; } .title, .where, .evidence caption, .evidence thead { break-after: avoid; } .where:last-child { break-after: auto; } .rows > li { break-inside: avoid; } h2, h3, .diff .gap { break-after: avoid; }
  .diff tr { break-inside: avoid; } section { margin-bottom: 1.5rem; } a { color: inherit; text-decoration: none; }
  summary { list-style: none; color: var(--muted); } details:not(.ev)::details-content { content-visibility: visible; block-size: auto; }
}
)css";
}

}  // namespace runner::report
