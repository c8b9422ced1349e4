#include "runner/comments/mail.hpp"

#include <algorithm>
#include <cctype>

#include "runner/comments/lines.hpp"
#include "runner/comments/reading.hpp"

namespace runner::comments {
namespace {

bool is_header(std::string_view line) {
  const auto colon = line.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 60) return false;
  return std::all_of(line.begin(), line.begin() + static_cast<std::ptrdiff_t>(colon),
                     [](unsigned char c) { return std::isalnum(c) != 0 || c == '-'; });
}

// Takes the headers off the front, if the text begins with a mail's.
std::map<std::string, std::string> take_headers(std::string_view& text) {
  std::map<std::string, std::string> headers;
  auto rest = text;
  std::string last;
  while (!rest.empty()) {
    const auto line = take_line(rest);
    if (line.empty()) break;
    const bool folded = (line[0] == ' ' || line[0] == '\t') && !last.empty();
    if (folded) {
      headers[last] += " " + std::string(line.substr(line.find_first_not_of(" \t") == std::string_view::npos
                                                         ? line.size()
                                                         : line.find_first_not_of(" \t")));
    } else if (is_header(line)) {
      last = small_letters(line.substr(0, line.find(':')));
      auto value = line.substr(line.find(':') + 1);
      value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
      headers[last] = value;
    } else {
      return {};
    }
  }
  if (!headers.contains("from") && !headers.contains("subject") && !headers.contains("content-type"))
    return {};
  text = rest;
  return headers;
}

int hex_of(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  const char small = static_cast<char>(c | 0x20);
  return small >= 'a' && small <= 'f' ? small - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view text) {
  std::string result;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool coded = text[i] == '=';
    if (coded && text.substr(i + 1).starts_with("\r\n")) {
      i += 2;
    } else if (coded && text.substr(i + 1).starts_with('\n')) {
      i += 1;
    } else if (coded && i + 2 < text.size() && hex_of(text[i + 1]) >= 0 && hex_of(text[i + 2]) >= 0) {
      result += static_cast<char>(hex_of(text[i + 1]) * 16 + hex_of(text[i + 2]));
      i += 2;
    } else {
      result += text[i];
    }
  }
  return result;
}

std::string from_base64(std::string_view text) {
  constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string result;
  std::uint32_t bits = 0;
  int count = 0;
  for (const char c : text) {
    const auto value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    bits = (bits << 6U) | static_cast<std::uint32_t>(value);
    count += 6;
    if (count < 8) continue;
    count -= 8;
    result += static_cast<char>(bits >> static_cast<unsigned>(count) & 0xFFU);
  }
  return result;
}

// What was no UTF-8 before it was encoded is most often Latin-1.
std::string as_utf8(std::string text) {
  std::erase(text, '\0');
  if (is_utf8(text)) return text;
  std::string result;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x80) {
      result += static_cast<char>(0xC0U | byte >> 6U);
      result += static_cast<char>(0x80U | (byte & 0x3FU));
    } else {
      result += c;
    }
  }
  return result;
}

// boundary="x" of a Content-Type
std::string boundary_of(const std::string& type) {
  const auto at = small_letters(type).find("boundary=");
  if (at == std::string::npos) return "";
  auto value = std::string_view(type).substr(at + 9);
  if (value.starts_with('"')) return std::string(value.substr(1, value.find('"', 1) - 1));
  return std::string(value.substr(0, value.find_first_of("; ")));
}

std::string decoded_part(const Mail& headers, std::string_view body, int depth);

// The first part that has a text.
std::string first_part(std::string_view body, const std::string& boundary, int depth) {
  const auto mark = "--" + boundary;
  for (auto at = body.find(mark); at != std::string_view::npos;) {
    auto part = body.substr(at + mark.size());
    if (part.starts_with("--")) break;
    const auto next = body.find(mark, at + mark.size());
    part = part.substr(0, next == std::string_view::npos ? part.size() : next - at - mark.size());
    static_cast<void>(take_line(part));
    Mail inner;
    inner.headers = take_headers(part);
    if (inner.headers.empty()) part.remove_prefix(std::min(part.find_first_not_of('\n'), part.size()));
    if (auto text = decoded_part(inner, part, depth + 1); !text.empty()) return text;
    at = next;
  }
  return "";
}

std::string decoded_part(const Mail& mail, std::string_view body, int depth) {
  const auto type = mail.header("content-type");
  const auto kind = small_letters(type);
  if (const auto boundary = boundary_of(type);
      kind.starts_with("multipart/") && !boundary.empty() && depth < 5)
    return first_part(body, boundary, depth);
  if (!kind.empty() && !kind.starts_with("text/plain")) return "";
  const auto encoding = small_letters(mail.header("content-transfer-encoding"));
  if (encoding == "quoted-printable") return as_utf8(unix_lines(from_quoted_printable(body)));
  if (encoding == "base64") return as_utf8(unix_lines(from_base64(body)));
  return unix_lines(body);
}

// An mbox parts its mails by lines that begin with "From ", behind a blank line.
std::size_t end_of_mail(std::string_view text) {
  for (auto at = text.find("\nFrom "); at != std::string_view::npos; at = text.find("\nFrom ", at + 1))
    if (at > 0 && (text[at - 1] == '\n' || text[at - 1] == '\r')) return at + 1;
  return text.size();
}

}  // namespace

std::string Mail::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

std::vector<Mail> read_mails(std::string_view text) {
  std::vector<Mail> mails;
  int line = 1;
  while (!text.empty()) {
    auto own = text.substr(0, end_of_mail(text));
    text.remove_prefix(own.size());
    const auto lines = static_cast<int>(std::count(own.begin(), own.end(), '\n'));
    if (own.starts_with("From ")) static_cast<void>(take_line(own));
    Mail mail;
    mail.first_line = line;
    mail.headers = take_headers(own);
    mail.body = decoded_part(mail, own, 0);
    mails.push_back(std::move(mail));
    line += lines;
  }
  return mails;
}

}  // namespace runner::comments
