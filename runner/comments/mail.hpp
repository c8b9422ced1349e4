// A mail as text: its headers, and its first plain-text part decoded.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace runner::comments {

struct Mail {
  std::map<std::string, std::string> headers;  // names in small letters
  std::string body;                            // UTF-8, "\n" line ends
  int first_line = 1;                          // of the text, where the mail begins
  [[nodiscard]] std::string header(const std::string& name) const;
};

// One mail, an mbox of several, or a mail's bare body. Quoted-printable and base64 are decoded; of several
// parts the first of text/plain is taken.
[[nodiscard]] std::vector<Mail> read_mails(std::string_view text);

}  // namespace runner::comments
