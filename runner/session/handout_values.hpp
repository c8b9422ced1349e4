// What an auditor is handed about one attempt, as values.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "runner/session/calibration_values.hpp"
#include "runner/session/invitation_values.hpp"

namespace runner::session {

struct GivenScore {
  int number = 0;  // from 1, within the attempt
  std::string made_at;
  std::string tool_version;
  std::string inputs;    // Scored::inputs
  std::string document;  // what `seedfault score --format json` printed
};

// A panel of the attempt, with what the calibration log says of it.
struct HeldPanel {
  Pack pack;
  std::vector<PanelDefect> defects;  // none before the reveal
  std::vector<CalibrationStep> steps;
};

struct Handout {
  Attempt attempt;
  std::optional<InvitationState> invitation;  // by which the candidate came
  std::vector<GivenScore> scores;             // oldest first
  std::vector<review::Decision> decisions;    // the whole journal
  std::vector<HeldPanel> panels;
  std::vector<AuditEntry> entries;  // of the audit log, about the attempt or its invitation
  std::string head;                 // NUMBER:HASH of the whole audit log's last entry; "" for an empty log
  std::string audit_fault;          // or where it does not
  int calibration_broken = 0;       // the first step of the calibration log that does not fit; 0: none
};

}  // namespace runner::session
