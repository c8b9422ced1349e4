#include "detectors/read.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <memory>

namespace detectors {
namespace {

// Larger is no data file of ours; reading stops there.
constexpr std::size_t most_bytes = std::size_t{1} << 20U;

struct Close {
  void operator()(std::FILE* file) const { (void)std::fclose(file); }
};

}  // namespace

source::Checked<std::vector<DataFile>> files_with_ending(const std::filesystem::path& folder,
                                                         const std::string& ending) {
  std::error_code error;
  std::vector<DataFile> found;
  auto entry = std::filesystem::recursive_directory_iterator(folder, error);
  for (; !error && entry != std::filesystem::end(entry); entry.increment(error))
    if (entry->path().extension() == ending && entry->is_regular_file(error))
      found.push_back({entry->path(), entry->path().generic_string()});
  if (error)
    return source::faulty({folder.generic_string(),
                           {},
                           fmt::format("cannot be read: {}", error.message()),
                           "check the data folder (SEEDFAULT_DATA)"});
  std::sort(found.begin(), found.end(), [](auto& a, auto& b) { return a.shown < b.shown; });
  return found;
}

source::Checked<std::string> read_text(const DataFile& file) {
  const std::unique_ptr<std::FILE, Close> handle(std::fopen(file.path.c_str(), "rb"));
  if (!handle)
    return source::faulty({file.shown, {}, "cannot be opened", "check that it is there and readable"});
  std::string text;
  std::array<char, 16384> part{};
  while (text.size() <= most_bytes) {
    const auto count = std::fread(part.data(), 1, part.size(), handle.get());
    if (count == 0) break;
    text.append(part.data(), count);
  }
  if (std::ferror(handle.get()) != 0)
    return source::faulty({file.shown, {}, "cannot be read", "check the disk"});
  if (text.size() > most_bytes) return source::faulty({file.shown, {}, "is larger than 1 MiB", "split it"});
  return text;
}

source::Checked<source::Manifest> read_manifest(const DataFile& file) {
  const auto text = read_text(file);
  if (!text) return tl::make_unexpected(text.error());
  return source::Manifest::read(file.shown, *text);
}

}  // namespace detectors
