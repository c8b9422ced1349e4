#include "runner/web/assets.hpp"

#include <fmt/format.h>

#include <map>
#include <mutex>

#include "runner/report/page.hpp"
#include "runner/session/secret.hpp"
#include "runner/web/layout.hpp"
#include "runner/web/pair.hpp"
#include "runner/web/script.hpp"

namespace runner::web {
namespace {

struct Asset {
  std::string type;
  std::string text;
  std::string hash;
};

Asset made(std::string_view name) {
  Asset asset;
  if (name == "style.css") {
    asset.type = "text/css; charset=utf-8";
    asset.text = std::string(report::page_style()) + std::string(style()) + std::string(pair_style());
  } else if (name.ends_with(".js")) {
    asset.type = "text/javascript; charset=utf-8";
    asset.text = script(name.substr(0, name.size() - 3));
  }
  if (!asset.text.empty()) asset.hash = session::hash_of(std::string_view(asset.text)).substr(0, 20);
  return asset;
}

// Made once each; nullptr where there is none. Names come from outside: only what is there is remembered.
const Asset* asset_named(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, Asset, std::less<>> all;
  const std::scoped_lock lock(mutex);
  if (const auto found = all.find(name); found != all.end()) return &found->second;
  auto asset = made(name);
  return asset.text.empty() ? nullptr : &all.emplace(name, std::move(asset)).first->second;
}

}  // namespace

std::string asset_path(std::string_view name) {
  const auto* asset = asset_named(name);
  return asset ? fmt::format("/assets/{}/{}", asset->hash, name) : std::string();
}

Response show_asset(const Visit& visit) {
  const auto* asset = asset_named(visit.parts[1]);
  if (!asset || asset->hash != visit.parts[0])
    return told(404, "Nothing here", "Reload the page that brought you here.");
  return {.type = asset->type,
          .body = asset->text,
          .headers = {{"Cache-Control", "public, max-age=31536000, immutable"}}};
}

}  // namespace runner::web
