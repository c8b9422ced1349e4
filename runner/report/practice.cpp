#include "runner/report/practice.hpp"

#include <array>

namespace runner::report {
namespace {

constexpr std::array<Practice, 7> rows{{
    {"failure-modeling", "what happens when a step fails, happens a second time, or stops half-way",
     "Take a change that you know. For each line that touches something outside of the process ask three "
     "questions: what if this fails, what if it comes again, what if we die right behind it? Write the "
     "answers "
     "down before you look for mistakes."},
    {"resilience-engineering", "what a service does when something that it depends on is slow or gone",
     "Draw the arrows that leave the process. For each: how long do we give it, what do those who called us "
     "see meanwhile, and what keeps one slow neighbour from taking all of us down?"},
    {"data-discipline",
     "what a database is asked to do, how often, and whether what it holds stays right when two of us work "
     "at "
     "the same moment",
     "For each place that reads or writes: how much work is it for a hundred records, and for a million? "
     "What "
     "if somebody else does the same between our reading and our writing? Which rule could the database "
     "itself hold up?"},
    {"contract-thinking",
     "what others rely on, and what a change means for those who have not changed along with it",
     "For each thing that changes its shape (a field, a status, a message, a column) name those who read it "
     "today, and say what they see in the minutes in which old and new run side by side."},
    {"observability",
     "whether anybody could tell, at three in the morning, that something is wrong and why; and what should "
     "never be written down",
     "For each way in which a change can go wrong, name the line, the number or the alarm by which somebody "
     "would hear of it. Then read everything that is written down, and ask who can read it."},
    {"change-safety",
     "how a change gets in and out again: in which order, behind which switch, and who would notice",
     "Ask of a change in which order its parts go out, what the world looks like half-way, and how it is "
     "taken "
     "back. Then break the code on purpose, and see what goes red."},
    {"incident-fluency", "reading a change as the person who is on call tonight",
     "Read a few published post-mortems. For each, find the change that began it, and write the review "
     "comment "
     "that would have stopped it."},
}};

}  // namespace

Practice practice_of(std::string_view skill) {
  for (const auto& row : rows)
    if (row.skill == skill) return row;
  return {.skill = skill, .what = {}, .practise = {}};
}

}  // namespace runner::report
