// tree-sitter's own handles; for the sources of this folder only.
#pragma once

#include <tree_sitter/api.h>

#include <memory>

#include "detectors/syntax/language.hpp"

namespace detectors::syntax {

template <class T, void (*release)(T*)>
struct Release {
  void operator()(T* handle) const { release(handle); }
};
template <class T, void (*release)(T*)>
using Handle = std::unique_ptr<T, Release<T, release>>;

using ParserHandle = Handle<TSParser, ts_parser_delete>;
using TreeHandle = Handle<TSTree, ts_tree_delete>;

[[nodiscard]] const TSLanguage* grammar(Language language);

}  // namespace detectors::syntax
