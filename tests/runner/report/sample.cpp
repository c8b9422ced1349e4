#include "sample.hpp"

#include <charconv>

namespace runner::report {
namespace {

using detectors::source::Severity;
using review::EvidenceKind;
using review::Fate;
using review::Level;

constexpr std::string_view gateway_diff = R"(@@ 1 1
 import logging
+import time
 
 import requests
 
@@ 14 15
 class Gateway:
     def __init__(self, base_url, session=None):
         self.base_url = base_url
         self.session = session or requests.Session()
 
-    def charge(self, card, amount):
-        return self.session.post(f"{self.base_url}/charges", json={"card": card, "amount": amount}, timeout=3)
+    def refund(self, charge_id, amount):
+        for attempt in range(3):
+            response = self.session.post(f"{self.base_url}/refunds", json={"charge": charge_id, "amount": amount})
+            if response.status_code < 500:
+                return response.json()
+            time.sleep(2 ** attempt)
+        raise GatewayDown(charge_id)
)";

constexpr std::string_view webhooks_diff = R"(@@ 8 8
 from app.models import Account, Refund
 
 log = logging.getLogger(__name__)
 
+@app.post("/webhooks/refunds")
+def refund_webhook():
+    event = request.get_json()
+    log.info("refund event %s", event)
+    try:
+        refund = Refund(charge_id=event["charge"], amount=event["amount"])
+        db.session.add(refund)
+        account = db.session.get(Account, event["account"])
+        account.balance = account.balance - refund.amount
+        db.session.commit()
+    except Exception:
+        log.warning("refund failed")
+    return "", 204
+
+
+@app.get("/refunds")
+def list_refunds():
+    return [{"id": refund.id, "customer": refund.charge.customer.name} for refund in Refund.query.all()]
 
 @app.get("/health")
 def health():
)";

int read_number(std::string_view& text) {
  const auto start = std::min(text.find_first_not_of(" @"), text.size());
  text.remove_prefix(start);
  int number = 0;
  const auto end = std::from_chars(text.data(), text.data() + text.size(), number).ptr;
  text.remove_prefix(static_cast<std::size_t>(end - text.data()));
  return number;
}

review::Place at(const char* path, int first, int last, review::PlaceRole role = review::PlaceRole::primary) {
  return {.path = path, .lines = {{first}, {last}}, .role = role};
}

review::Defect defect(const char* id, const char* class_id, const char* pattern, const char* skill,
                      Severity severity, double weight, const char* title,
                      std::vector<review::Place> places) {
  review::Defect made;
  made.id = id;
  made.class_id = class_id;
  made.class_title = class_id;
  made.pattern = pattern;
  made.skill = skill;
  made.instinct = "error-handling";
  made.severity = severity;
  made.weight = weight;
  made.title = title;
  made.places = std::move(places);
  return made;
}

void add_defects(review::Key& key) {
  auto timeout =
      defect("gateway-call-without-timeout", "missing-timeout", "dependency-failure-cascade",
             "resilience-engineering", Severity::blocker, 3, "The call to the gateway has no timeout",
             {at("app/gateway.py", 22, 22), at("app/gateway.py", 16, 19, review::PlaceRole::related)});
  timeout.why = "When the gateway accepts connections and does not answer, every worker waits for ever.";
  timeout.fix = "Pass timeout=(1, 3) to the call, or give the session an adapter with a default.";
  timeout.class_words.cause = {"{absent} timeout", "wait ... {forever}"};
  timeout.follow_ups = {"What should the caller see when the gateway is slow, and after how long?"};

  auto twice = defect("webhook-not-idempotent", "non-idempotent-handler", "async-backlog", "failure-modeling",
                      Severity::blocker, 3, "A refund delivered twice is booked twice",
                      {at("app/webhooks.py", 12, 20)});
  twice.why = "Providers deliver a webhook again when the answer is late: the customer is refunded twice.";
  twice.fix = "Insert the event id under a unique constraint first, and answer a known one without booking.";
  twice.follow_ups = {"Which of the two deliveries should win when they arrive at once?"};

  auto log = defect("card-number-in-log", "sensitive-logging", "observability-gap", "observability",
                    Severity::blocker, 3, "The whole event, card number included, is logged",
                    {at("app/webhooks.py", 15, 15)});
  log.why = "Card numbers end up in the log store, which is kept for years and read by many.";
  log.fix = "Log the event's id and kind only.";
  log.follow_ups = {"Who can read these logs, and for how long?"};

  auto update =
      defect("balance-read-then-written", "lost-update", "concurrency", "data-discipline", Severity::major, 2,
             "Two refunds at once lose one of them", {at("app/webhooks.py", 19, 20)});
  update.why = "Both requests read the same balance; the second commit overwrites the first.";
  update.fix = "Subtract in SQL, or lock the row with select for update.";

  auto plus_one =
      defect("refund-list-n-plus-one", "n-plus-one", "database-overload", "data-discipline", Severity::major,
             2, "Listing refunds runs two queries a refund", {at("app/webhooks.py", 29, 29)});
  plus_one.why = "A thousand refunds mean two thousand and one queries for one page.";
  plus_one.fix = "Load charge and customer with joinedload.";

  auto index = defect("no-index-on-charge", "missing-index", "database-overload", "data-discipline",
                      Severity::major, 2, "The new look-up by charge has no index", {});
  index.absence = true;
  index.why = "Every look-up reads the whole table.";
  index.fix = "Create an index on refund.charge_id, concurrently.";

  auto swallowed =
      defect("refund-error-swallowed", "swallowed-error", "observability-gap", "observability",
             Severity::minor, 1, "Every error is answered with 204", {at("app/webhooks.py", 22, 24)});
  swallowed.why =
      "The provider takes 204 for success and never delivers the event again; the refund is lost.";
  swallowed.fix = "Log with the traceback and answer 500.";
  key.defects = {timeout, twice, log, update, plus_one, index, swallowed};
}

void add_decoys(review::Key& key) {
  review::Decoy retry;
  retry.id = "retry-with-backoff";
  retry.title = "The retry is bounded and waits longer each time";
  retry.places = {at("app/gateway.py", 21, 25)};
  retry.reason = "Three attempts with a growing wait; the gateway deduplicates by charge.";
  retry.class_id = "unbounded-retry";
  review::Decoy health;
  health.id = "health-without-auth";
  health.title = "The health check needs no authentication";
  health.places = {at("app/webhooks.py", 32, 33)};
  health.reason = "It tells nothing but that the process runs.";
  key.decoys = {retry, health};
  key.sightings = {
      {"missing-validation", "app/webhooks.py", {{17}, {17}}, "event fields are used unchecked"}};
}

review::Comment comment(const char* id, const char* path, int first, int last, const char* body) {
  review::Comment made;
  made.id = id;
  made.path = path;
  made.lines = {{first}, {last}};
  made.scope = first == 0 ? (*path == '\0' ? review::CommentScope::review : review::CommentScope::file)
                          : review::CommentScope::lines;
  made.body = body;
  made.author = "cand-7f3a";
  made.source = "cli";
  return made;
}

void add_comments(review::Review& review) {
  auto timeout = comment(
      "c1", "app/gateway.py", 22, 22,
      "**issue (blocking):** there is no timeout on this call. If the gateway hangs, every worker "
      "blocks.\n\n```suggestion\n            response = self.session.post(url, json=body, timeout=(1, "
      "3))\n```");
  timeout.severity = Severity::blocker;
  auto old = comment("c8", "app/gateway.py", 19, 20,
                     "Why was `charge` removed? Nice that nobody calls it any more.");
  old.side = review::Side::before;
  auto far = comment("c9", "app/gateway.py", 140, 142, "This helper could be shorter.");
  far.anchor = review::AnchorQuality::outdated;
  review.comments = {
      timeout,
      comment("c2", "app/webhooks.py", 12, 13,
              "What happens if this is delivered twice? The refund is booked again, since nothing remembers "
              "the event."),
      comment("c3", "app/webhooks.py", 20, 20, "Read-modify-write race on `balance`. Wrap it in try/except."),
      comment("c4", "app/webhooks.py", 29, 29, "This line looks slow?"),
      comment("c5", "app/gateway.py", 21, 21, "Unbounded retry: this will hammer the gateway."),
      comment("c6", "app/webhooks.py", 17, 17,
              "`event[\"amount\"]` is not validated: a negative amount adds money."),
      comment("c7", "app/webhooks.py", 0, 0,
              "Nice tests. <script>alert('x')</script><img src=x onerror=alert(1)> "
              "![beacon](https://example.org/p.png) [go](javascript:alert(1)) [docs](https://example.org/)\n"
              "\x1b[31mred\x1b[0m \xE2\x80\xAE evil \xFF\n\n<div "
              "onclick=\"alert(2)\">\n<style>*{display:none}</style>\n</div>"),
      old,
      far,
      comment("c10", "", 0, 0,
              "## Summary\n\n1. The gateway call needs a timeout.\n2. `refund.charge_id` has no index, so "
              "each look-up "
              "scans the table.\n3. SQL injection everywhere."),
      comment("c11", "app/settings.py", 4, 4,
              "Is this secret safe? SECRET falls back to \"dev\" when the variable is unset, so production "
              "signs with "
              "a known key."),
  };
  review.verdict = review::Verdict::approve;
}

review::ClaimResult claim(std::size_t comment, std::size_t ordinal, const char* text, Fate fate,
                          const char* target, const char* reason) {
  review::ClaimResult made;
  made.claim.comment = comment;
  made.claim.ordinal = ordinal;
  made.claim.text = text;
  made.fate = fate;
  made.target = target;
  made.reason = reason;
  return made;
}

void add_claims(review::Assessment& assessment) {
  assessment.claims = {
      claim(0, 0, "there is no timeout on this call. If the gateway hangs, every worker blocks.",
            Fate::credited, "gateway-call-without-timeout",
            "It names the cause, the effect and the remedy in the defect's place."),
      claim(1, 0,
            "What happens if this is delivered twice? The refund is booked again, since nothing remembers "
            "the event.",
            Fate::credited, "webhook-not-idempotent",
            "It names the cause and the effect in the defect's place."),
      claim(2, 0, "Read-modify-write race on balance. Wrap it in try/except.", Fate::credited,
            "balance-read-then-written", "It names the cause in the defect's place."),
      claim(3, 0, "This line looks slow?", Fate::credited, "refund-list-n-plus-one",
            "It stands in the defect's place."),
      claim(4, 0, "Unbounded retry: this will hammer the gateway.", Fate::decoy_hit, "retry-with-backoff",
            "It calls the bounded retry unbounded."),
      claim(5, 0, "event[\"amount\"] is not validated: a negative amount adds money.", Fate::valid_extra,
            "missing-validation", "A detector reports missing-validation on line 17."),
      claim(6, 0, "<script>alert('x')</script> Nice tests. \x1b[31mred\x1b[0m \xE2\x80\xAE evil \xFF",
            Fate::neutral, "", "Praise without a claim."),
      claim(7, 0, "Why was charge removed?", Fate::neutral, "", "A question that names no mechanism."),
      claim(8, 0, "This helper could be shorter.", Fate::noise, "", "Nothing in the code supports it."),
      claim(9, 0, "The gateway call needs a timeout.", Fate::duplicate, "gateway-call-without-timeout",
            "Comment c1 says the same, and more."),
      claim(9, 1, "refund.charge_id has no index, so each look-up scans the table.", Fate::credited,
            "no-index-on-charge", "It names the cause and the effect; no line is needed for an absence."),
      claim(9, 2, "SQL injection everywhere.", Fate::noise, "",
            "No query is built from text in this change."),
      claim(10, 0, "Is this secret safe?", Fate::neutral, "",
            "A question about a file that the change leaves alone."),
      claim(10, 1,
            "SECRET falls back to \"dev\" when the variable is unset, so production signs with a known key.",
            Fate::unjudged, "unsafe-config-default",
            "It tells of unsafe-config-default closely, and nobody planted or judged it."),
  };
  assessment.claims[0].claim.label = "issue";
  assessment.claims[0].claim.blocking = true;
  assessment.claims[0].claim.suggestions = {0};
  assessment.claims[2].claim.code = {"balance"};
  assessment.claims[10].claim.mentions = {{"refund.charge_id", "", {}, "refund.charge_id"}};
}

review::Evidence because(EvidenceKind kind, const char* text, const char* quote, double weight) {
  return {.kind = kind, .text = text, .quote = quote, .weight = weight};
}

void add_pairs(review::Assessment& assessment) {
  const auto place = because(EvidenceKind::place, "the comment is on the defective line", "", 0.3);
  assessment.pairs = {
      {.claim = 0,
       .defect = 0,
       .score = 0.97,
       .level = Level::fixed,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {place,
                    because(EvidenceKind::cause, "\"no timeout\" names the cause", "no timeout on this call",
                            0.4),
                    because(EvidenceKind::effect, "\"every worker blocks\" names the effect",
                            "every worker blocks", 0.2),
                    because(EvidenceKind::suggestion, "applied, the detector no longer reports the call", "",
                            0.1)}},
      {.claim = 9,
       .defect = 0,
       .score = 0.71,
       .level = Level::identified,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {because(EvidenceKind::remedy, "\"needs a timeout\" names the remedy", "needs a timeout",
                            0.5)}},
      {.claim = 4,
       .defect = 0,
       .score = 0.12,
       .level = Level::missed,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {because(EvidenceKind::place, "one line above the defect", "", 0.12),
                    because(EvidenceKind::mechanism, "it speaks of retries, another mechanism",
                            "Unbounded retry", -0.3)}},
      {.claim = 1,
       .defect = 1,
       .score = 0.9,
       .level = Level::explained,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {place,
                    because(EvidenceKind::cause, "a question that names the mechanism", "delivered twice",
                            0.4),
                    because(EvidenceKind::effect, "names the effect", "booked again", 0.2)}},
      {.claim = 2,
       .defect = 3,
       .score = 0.58,
       .level = Level::identified,
       .ambiguous = true,
       .wrong_remedy = "try/except",
       .evidence = {place, because(EvidenceKind::cause, "names the cause", "Read-modify-write race", 0.4),
                    because(EvidenceKind::wrong_remedy, "does not help against the race", "try/except",
                            -0.1)}},
      {.claim = 3,
       .defect = 4,
       .score = 0.34,
       .level = Level::located,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {place}},
      {.claim = 10,
       .defect = 5,
       .score = 0.88,
       .level = Level::identified,
       .ambiguous = false,
       .wrong_remedy = "",
       .evidence = {because(EvidenceKind::cause, "names the cause", "has no index", 0.6)}},
  };
}

void add_results(review::Assessment& assessment) {
  assessment.defects = {
      {.defect = "gateway-call-without-timeout", .level = Level::fixed, .claim = 0, .duplicates = {9}},
      {.defect = "webhook-not-idempotent", .level = Level::explained, .claim = 1},
      {.defect = "card-number-in-log", .level = Level::missed},
      {.defect = "balance-read-then-written",
       .level = Level::identified,
       .claim = 2,
       .wrong_remedy = "try/except",
       .ambiguous = true},
      {.defect = "refund-list-n-plus-one", .level = Level::located, .claim = 3},
      {.defect = "no-index-on-charge", .level = Level::identified, .claim = 10},
      {.defect = "refund-error-swallowed", .level = Level::missed},
  };
}

review::Scorecard scorecard() {
  review::Scorecard card;
  card.counts = {.defects = 7,
                 .hits = 4,
                 .relevant = 5,
                 .located = 1,
                 .duplicates = 1,
                 .valid_extras = 1,
                 .decoys = 2,
                 .decoy_hits = 1,
                 .decoy_claims = 1,
                 .noise = 2,
                 .neutral = 3,
                 .unjudged = 1,
                 .ambiguous = 1};
  card.coverage = 0.515625;
  card.coverage_interval = {0.2453125, 0.7708333333};
  card.hit_interval = {0.2504590, 0.8417801};
  card.precision = 0.625;
  card.precision_interval = review::Interval{0.3057423, 0.8631568};
  card.f_beta = 0.5343511;
  card.noise_deduction = 0.02;
  card.extra_bonus = 0.05;
  card.score = 54.5625;
  card.detection = review::SignalDetection{
      .hit_rate = 0.5625, .false_alarm_rate = 0.5, .d_prime = 0.1573107, .criterion = -0.0786553};
  card.by_pattern = {{"dependency-failure-cascade", 1, 1, std::nullopt},
                     {"database-overload", 2, 1, std::nullopt},
                     {"async-backlog", 1, 1, std::nullopt},
                     {"observability-gap", 2, 0, std::nullopt},
                     {"concurrency", 1, 1, std::nullopt}};
  card.by_skill = {{"failure-modeling", 1, 1, std::nullopt},
                   {"resilience-engineering", 1, 1, std::nullopt},
                   {"data-discipline", 3, 2, 0.45},
                   {"observability", 2, 0, std::nullopt}};
  card.stability = {
      .lowest = 0.404, .highest = 0.635, .band_moves = true, .swings_on = "gateway-call-without-timeout"};
  card.band = review::Band::meets;
  card.band_reason = "A score of 54.6 is at least 50";
  card.approved_over_blocker = true;
  card.unflagged_blockers = {"card-number-in-log"};
  return card;
}

session::Attempt attempt() {
  session::Attempt made;
  made.id = "a-20261122-1";
  made.exercise = "payments-webhook";
  made.exercise_version = "1";
  made.exercise_digest = "6f2c1f0e";
  made.tool_version = "0.1.0";
  made.seed = 42;
  made.planted = {"balance-read-then-written", "card-number-in-log",     "gateway-call-without-timeout",
                  "no-index-on-charge",        "refund-error-swallowed", "refund-list-n-plus-one",
                  "webhook-not-idempotent"};
  made.candidate = "cand-7f3a";
  made.folder = "/home/somebody/review";
  made.base_commit = "1111111111111111111111111111111111111111";
  made.change_commit = "2222222222222222222222222222222222222222";
  made.state = session::AttemptState::submitted;
  made.verdict = review::Verdict::approve;
  made.started_at = "2026-11-22T10:00:00Z";
  made.submitted_at = "2026-11-22T10:52:00Z";
  made.comment_count = 11;
  return made;
}

}  // namespace

git::FileDiff read_diff(std::string_view path, std::string_view text) {
  git::FileDiff diff{.path = std::string(path), .hunks = {}, .added = 0, .removed = 0};
  int before = 0;
  int after = 0;
  while (!text.empty()) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    const char sign = line.empty() ? ' ' : line.front();
    line.remove_prefix(std::min<std::size_t>(1, line.size()));
    if (sign == '@') {
      diff.hunks.emplace_back();
      before = read_number(line);
      after = read_number(line);
    } else if (sign == '+') {
      diff.hunks.back().lines.push_back({git::DiffLineKind::added, {}, {after++}, std::string(line)});
      ++diff.added;
    } else if (sign == '-') {
      diff.hunks.back().lines.push_back({git::DiffLineKind::removed, {before++}, {}, std::string(line)});
      ++diff.removed;
    } else {
      diff.hunks.back().lines.push_back(
          {git::DiffLineKind::context, {before++}, {after++}, std::string(line)});
    }
  }
  return diff;
}

session::Scored sample() {
  session::Scored scored;
  scored.attempt = attempt();
  scored.exercise_title = "Payments webhook";
  scored.pull_request_title = "Accept partial refunds <PAY-412> & tell the gateway";
  scored.minutes = 45;
  scored.scored_by = "0.1.0";
  scored.inputs = "1f2e";
  add_defects(scored.key);
  add_decoys(scored.key);
  add_comments(scored.review);
  add_claims(scored.assessment);
  add_pairs(scored.assessment);
  add_results(scored.assessment);
  scored.card = scorecard();
  scored.diffs = {read_diff("app/gateway.py", gateway_diff), read_diff("app/webhooks.py", webhooks_diff)};
  scored.notes = {"Proofs not run: no Python toolchain on this host."};
  return scored;
}

session::Scored decided_sample() {
  session::Scored scored = sample();
  scored.decisions = {
      {.number = 1,
       .comment = "c3",
       .claim = scored.assessment.claims[2].claim.text,
       .defect = "balance-read-then-written",
       .kind = review::DecisionKind::accept,
       .level = Level::identified,
       .reason = "the race is named; try/except <b>does not</b> help",
       .by = "ana & co",
       .when = "2026-11-23T08:00:00Z",
       .tool_version = "0.1.0",
       .program_score = 0.58,
       .program_level = Level::identified,
       .program_fate = Fate::credited},
      {.number = 2,
       .comment = "c9",
       .claim = scored.assessment.claims[8].claim.text,
       .kind = review::DecisionKind::count_as,
       .fate = Fate::neutral,
       .reason = "a matter of taste",
       .by = "ben",
       .when = "2026-11-23T08:05:00Z",
       .tool_version = "0.1.0",
       .program_fate = Fate::noise},
      {.number = 3,
       .comment = "c4",
       .claim = scored.assessment.claims[3].claim.text,
       .defect = "refund-list-n-plus-one",
       .kind = review::DecisionKind::reject,
       .reason = "slow says nothing",
       .by = "ben",
       .when = "2026-11-23T08:06:00Z",
       .tool_version = "0.1.0",
       .program_score = 0.34,
       .program_level = Level::located,
       .program_fate = Fate::credited},
      {.number = 4,
       .comment = "c4",
       .claim = scored.assessment.claims[3].claim.text,
       .defect = "refund-list-n-plus-one",
       .kind = review::DecisionKind::withdraw,
       .reason = "located is what it is",
       .by = "ana & co",
       .when = "2026-11-23T08:07:00Z",
       .tool_version = "0.1.0"},
  };
  auto& pair = scored.assessment.pairs[4];
  pair.decided = Level::identified;
  pair.decision = 1;
  pair.ambiguous = false;
  scored.assessment.defects[3].decision = 1;
  scored.assessment.defects[3].ambiguous = false;
  scored.assessment.claims[8].fate = Fate::neutral;
  scored.assessment.claims[8].reason = "decided by a person: a matter of taste";
  scored.assessment.claims[8].decision = 2;
  return scored;
}

session::Scored empty_sample() {
  session::Scored scored = sample();
  scored.review = {};
  scored.assessment.claims.clear();
  scored.assessment.pairs.clear();
  for (auto& result : scored.assessment.defects) result = {.defect = result.defect, .level = Level::missed};
  scored.key.decoys.clear();
  scored.card = {};
  scored.card.counts.defects = 7;
  scored.card.coverage_interval = {0, 0};
  scored.card.hit_interval = {0, 0.3543};
  scored.card.band = review::Band::below;
  scored.card.band_reason = "A score of 0.0 is under 30";
  scored.attempt.submitted_at = "";
  scored.attempt.candidate = "";
  scored.notes.clear();
  return scored;
}

}  // namespace runner::report
