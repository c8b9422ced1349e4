// The table of routes. What it does not list is not there.
#include "runner/web/assets.hpp"
#include "runner/web/candidate.hpp"
#include "runner/web/interviewer.hpp"
#include "runner/web/open_pages.hpp"
#include "runner/web/pair.hpp"
#include "runner/web/rating.hpp"

namespace runner::web {
namespace {

constexpr auto get = Method::get;
constexpr auto post = Method::post;
constexpr auto open = Access::open;
constexpr auto candidate = Access::candidate;
constexpr auto interviewer = Access::interviewer;
constexpr auto pair_interviewer = Access::pair_interviewer;

constexpr Route table[] = {
    {get, "/", open, show_welcome},
    {get, "/assets/:hash/:name", open, show_asset},
    {get, "/healthz", open, show_health},
    {get, "/readyz", open, show_ready},
    {get, "/metrics", open, show_metrics},
    {get, "/i/:token", open, enter_by_link},
    {get, "/i/:token/repository.git/*", open, show_git},

    {get, "/r/:invitation", candidate, show_start},
    {post, "/r/:invitation/begin", candidate, begin_review},
    {get, "/r/:invitation/change", candidate, show_change},
    {get, "/r/:invitation/files", candidate, show_files},
    {get, "/r/:invitation/file/:side/*", candidate, show_file},
    {post, "/r/:invitation/viewed", candidate, mark_file},
    {post, "/r/:invitation/drafts", candidate, keep_draft},
    {get, "/r/:invitation/upload", candidate, show_upload},
    {post, "/r/:invitation/upload", candidate, take_upload},
    {get, "/r/:invitation/repository.bundle", candidate, show_bundle},
    {post, "/r/:invitation/comments", candidate, add_comment},
    {post, "/r/:invitation/comments/:comment", candidate, change_comment},
    {get, "/r/:invitation/finish", candidate, show_finish},
    {post, "/r/:invitation/finish", candidate, save_finish},
    {get, "/r/:invitation/look", candidate, show_look},
    {post, "/r/:invitation/submit", candidate, submit_review},
    {get, "/r/:invitation/feedback", candidate, show_feedback},
    {post, "/r/:invitation/pair", candidate, act_in_pair},
    {get, "/r/:invitation/pair/news", candidate, show_pair_news},
    {get, "/r/:invitation/pair/live", candidate, needs_upgrade},

    {get, "/desk", interviewer, show_desk},
    {post, "/desk/invitations", interviewer, make_invitation},
    {get, "/desk/invitations/:invitation", interviewer, show_invitation},
    {post, "/desk/invitations/:invitation", interviewer, change_invitation},
    {get, "/desk/attempts/:attempt/report", interviewer, show_report},
    {get, "/desk/attempts/:attempt/queue", interviewer, show_queue},
    {post, "/desk/attempts/:attempt/queue", interviewer, decide},
    {get, "/desk/attempts/:attempt/conversation", interviewer, show_conversation},
    {get, "/desk/attempts/:attempt/export/:format", interviewer, show_export},
    {get, "/desk/exercises/:exercise", interviewer, show_compared},
    {get, "/desk/exercises/:exercise/defects/:defect", interviewer, show_compared_defect},

    {get, "/desk/calibration", interviewer, show_packs},
    {get, "/desk/calibration/:pack", interviewer, show_pack},
    {post, "/desk/calibration/:pack", interviewer, change_pack},
    {get, "/desk/calibration/:pack/report", interviewer, show_calibration},
    {get, "/desk/calibration/:pack/reviews/:review", interviewer, show_rating},
    {post, "/desk/calibration/:pack/reviews/:review", interviewer, save_rating},

    {post, "/desk/pairs", interviewer, make_pair_session},
    {get, "/desk/pair/:pair", pair_interviewer, show_pair},
    {get, "/desk/pair/:pair/change", pair_interviewer, show_pair},
    {get, "/desk/pair/:pair/files", pair_interviewer, show_files},
    {get, "/desk/pair/:pair/file/:side/*", pair_interviewer, show_file},
    {post, "/desk/pair/:pair/pair", pair_interviewer, act_in_pair},
    {get, "/desk/pair/:pair/pair/news", pair_interviewer, show_pair_news},
    {get, "/desk/pair/:pair/pair/live", pair_interviewer, needs_upgrade},
    {get, "/desk/pair/:pair/timeline", pair_interviewer, show_pair_timeline},
    {get, "/desk/pair/:pair/report", pair_interviewer, show_pair_report},
};

}  // namespace

std::span<const Route> routes() { return table; }

}  // namespace runner::web
