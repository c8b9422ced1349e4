#include "runner/comments/mail.hpp"

#include <doctest/doctest.h>

using namespace runner::comments;

TEST_CASE("mail: headers, folded ones too, and the body below them") {
  const auto mails =
      read_mails("From: A <a@example.org>\r\nSubject: Re: a\r\n long one\r\n\r\nhello\r\nthere\r\n");
  REQUIRE(mails.size() == 1);
  CHECK(mails[0].header("from") == "A <a@example.org>");
  CHECK(mails[0].header("subject") == "Re: a long one");
  CHECK(mails[0].header("date").empty());
  CHECK(mails[0].body == "hello\nthere\n");
}

TEST_CASE("mail: a bare body is one without headers, though it begins with a colon's word") {
  for (const auto* text : {"hello\n", "Note: this is no header\n\nhello\n", "> quoted\n", ""}) {
    const auto mails = read_mails(text);
    CHECK(mails.size() == (text[0] == '\0' ? 0 : 1));
    if (!mails.empty()) CHECK(mails[0].headers.empty());
    if (!mails.empty()) CHECK(mails[0].body == text);
  }
}

TEST_CASE("mail: what is encoded is decoded") {
  const auto body = [](const std::string& encoding, const std::string& text) {
    const auto mails = read_mails("Subject: x\nContent-Transfer-Encoding: " + encoding + "\n\n" + text);
    return mails.at(0).body;
  };
  CHECK(body("quoted-printable", "a=3Db soft=\n line =C3=A9 =ZZ =") == "a=b soft line \xC3\xA9 =ZZ =");
  CHECK(body("quoted-printable", "latin =E9") == "latin \xC3\xA9");
  CHECK(body("BASE64", "aGVsbG8g\nw6k=") == "hello \xC3\xA9");
  CHECK(body("base64", "AGE=") == "a");  // no NUL
  CHECK(body("8bit", "as it is") == "as it is");
}

TEST_CASE("mail: of several parts the first plain text is taken") {
  const std::string head = "Subject: x\nContent-Type: multipart/mixed; boundary=\"b b\"\n\npreamble\n";
  const std::string html = "--b b\nContent-Type: text/html\n\n<p>no</p>\n";
  const std::string plain = "--b b\nContent-Type: text/plain; charset=utf-8\n\nyes\n";
  CHECK(read_mails(head + html + plain + "--b b--\n").at(0).body == "yes\n");
  CHECK(read_mails(head + html + "--b b--\n").at(0).body.empty());
  const std::string nested =
      "--b b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: "
      "text/plain\n\ninner\n--c--\n";
  CHECK(read_mails(head + nested + plain + "--b b--\n").at(0).body == "inner\n");
  CHECK(read_mails(head + "--b b\n\nbare part\n--b b--\n").at(0).body == "bare part\n");
  CHECK(read_mails("Subject: x\nContent-Type: multipart/mixed; boundary=\"never closed\n\n--n")
            .at(0)
            .body.empty());
}

TEST_CASE("mail: parts in parts without end come to an end") {
  std::string text = "Subject: x\nContent-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 1000; ++i) text += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
  CHECK(read_mails(text).size() == 1);
}

TEST_CASE("mail: an mbox holds several, each with its first line") {
  const auto mails = read_mails("From a Mon\nSubject: one\n\nfirst\n\nFrom b Tue\nSubject: two\n\nsecond\n");
  REQUIRE(mails.size() == 2);
  CHECK(mails[0].header("subject") == "one");
  CHECK(mails[1].body == "second\n");
  CHECK(mails[1].first_line == 6);
}
