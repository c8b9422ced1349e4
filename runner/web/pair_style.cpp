// The panel's part of the style sheet.
#include "runner/web/pair.hpp"

namespace runner::web {

std::string_view pair_style() {
  return R"css(
.with-pair { display: grid; gap: 1.5rem; } .with-pair > * { min-width: 0; }
.pair { background: var(--panel); border: 1px solid var(--line); border-radius: 10px; padding: .8rem 1rem; font-size: .925rem; }
.pair h2 { margin: 0 0 .3rem; font-size: 1.1rem; } .pair h3 { margin: 1rem 0 .3rem; font-size: 1rem; } .pair h4 { margin: .8rem 0 .2rem; font-size: .925rem; }
.pair p { margin: .3rem 0; } .pair textarea { min-height: 3.2rem; } .pair pre { max-height: 18rem; overflow: auto; font-size: .8rem; white-space: pre; margin: .4rem 0; }
.pair pre:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; } .pair summary { cursor: pointer; } .pair .note-box { margin: .4rem 0; background: var(--bg); }
.pair .tool { border-top: 1px solid var(--line); padding: .35rem 0; margin: 0; } .pair .tool > summary { font-weight: 600; }
.presets { list-style: none; margin: .3rem 0; padding: 0; display: flex; flex-wrap: wrap; gap: .3rem; } .presets button { text-align: left; padding: .2rem .6rem; min-height: 2rem; font-size: .875rem; }
.pair .board > li { border-top: 1px solid var(--line); padding: .3rem 0; } .pair .board details { margin: 0; } .clock { font-variant-numeric: tabular-nums; }
.pair #pair-artefacts li { padding: .2rem 0; } .pair .path { overflow-wrap: anywhere; } .pair-looks { outline: 2px dashed var(--accent); outline-offset: -2px; }
@media (min-width: 75rem) {
  .with-pair { grid-template-columns: minmax(0, 1fr) 25rem; align-items: start; } .with-pair > .pair { order: 2; position: sticky; top: .5rem; max-height: calc(100vh - 1rem); overflow: auto; }
}
)css";
}

}  // namespace runner::web
