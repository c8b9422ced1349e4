// The detectors' one verb: which backend failure modes does this file hold? Runs nothing, knows nothing of
// reviews.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/catalog.hpp"
#include "detectors/source/file.hpp"

namespace detectors {

// How often such a finding is worth saying, as read on code that people ship: high is nine times in ten.
enum class Confidence { low, high };
[[nodiscard]] std::string_view to_string(Confidence confidence);

struct Finding {
  std::string rule;
  std::string class_id;
  source::Severity severity = source::Severity::major;
  Confidence confidence = Confidence::high;
  std::string path;
  source::ByteSpan bytes;
  source::LineSpan lines;
  source::Position begin;
  std::string message;  // one sentence, with the file's own names in it
  std::vector<std::string>
      because;  // the facts that it rests on, in order: "line 12: `requests.post` takes timeout=…"
  friend bool operator==(const Finding&, const Finding&) = default;
};

struct Scan {
  std::vector<Finding> findings;   // by position, then rule; each (rule, place) once
  std::vector<std::string> notes;  // what could not be looked at, and why: "more than 10,000 levels deep"
};

// A file in no known language gives an empty scan. Bounded in time and memory whatever the text holds.
[[nodiscard]] Scan scan(const source::SourceFile& file, const Catalog& catalog);
// With the text that the file had before a change: then what the change itself breaks is found as well.
[[nodiscard]] Scan scan(const source::SourceFile& file, const std::string& before, const Catalog& catalog);
// And with the other files of both sides, to which a document may refer.
struct OtherFiles;
[[nodiscard]] Scan scan(const source::SourceFile& file, const std::string& before, const Catalog& catalog,
                        const OtherFiles& others);

}  // namespace detectors
