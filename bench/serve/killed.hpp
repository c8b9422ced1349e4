// What a server that is killed had acknowledged must be there when it runs again.
#pragma once

#include "bench/serve/client.hpp"
#include "bench/serve/people.hpp"

namespace bench {

// Saves drafts of all candidates and events of all pairs until the server is gone; then writes what it had
// acknowledged to the file "acknowledged" of `folder`.
int save_until_killed(const std::filesystem::path& folder, Server server);

// 0: the server at that port shows all of it.
int check_acknowledged(const std::filesystem::path& folder, Server server);

}  // namespace bench
