// A C handle that frees itself: Handle<git_odb, git_odb_free> odb; git_odb_new(out(odb));
#pragma once

#include <utility>

namespace runner::git {

template <class T, auto Free>
class Handle {
 public:
  Handle() = default;
  explicit Handle(T* raw) : raw_(raw) {}
  Handle(Handle&& other) noexcept : raw_(std::exchange(other.raw_, nullptr)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(raw_, other.raw_);
    return *this;
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  ~Handle() {
    if (raw_) Free(raw_);
  }

  [[nodiscard]] T* get() const { return raw_; }
  explicit operator bool() const { return raw_ != nullptr; }

  // Where a C function writes its result to; an empty handle only.
  friend T** out(Handle& handle) { return &handle.raw_; }

 private:
  T* raw_ = nullptr;
};

}  // namespace runner::git
