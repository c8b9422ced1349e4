// What a call opened and a variable of its function holds: who has it, who closes it, which ways lead past.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "detectors/subjects.hpp"

namespace detectors::opened {

using namespace facts;

struct Resource {
  const Facts& facts;
  const Call& call;
  const Function& function;
  NodeId target;                       // the variable that holds it
  const std::vector<std::string>& by;  // what releases it: close, Close

  // The same variable, nothing else bound to it since.
  [[nodiscard]] bool is_ours(NodeId reference) const;

  // in.close(); in = null; … finally { if (in != null) in.close(); }
  [[nodiscard]] bool is_emptied(const Definition& known) const;

  // Bound again in a branch that the reference is no part of: what we opened in the other may stand there.
  [[nodiscard]] bool is_apart(NodeId other, NodeId reference) const;

  // Returned, yielded, kept in an object or a collection, or handed to another: no longer this function's to
  // release.
  [[nodiscard]] bool handed_on(NodeId reference) const;

  // self.close = connection.close: whoever has the method closes it.
  [[nodiscard]] bool method_handed_on(NodeId reference) const;

  // return resp.Body, nil; reader.body = resp.Body: whoever has the part closes it.
  [[nodiscard]] bool part_handed_on(NodeId reference) const;

  // in = socket.getInputStream(), where no variable of the function is called so.
  [[nodiscard]] bool is_kept_in_field(NodeId value) const;

  // stream.getChannel(), connection.unwrap(…), a socket's stream that is kept: who closes what it gives
  // closes this.
  [[nodiscard]] bool gives_its_owner(NodeId id) const;

  // The call that the reference is an argument of; nullptr when it is none, or when what is called keeps it:
  // a constructor, or a function that closes in its own way.
  [[nodiscard]] const Call* lent_to(NodeId reference) const;

  [[nodiscard]] bool names_release(std::string_view method) const;

  // file.close(), resp.Body.Close(), or pool.putconn(connection) where that is how it is said.
  [[nodiscard]] bool releases(NodeId reference) const;

  [[nodiscard]] bool closes_something(FunctionId id) const;

  // closeBody(resp.Body), fs.CheckClose(resp.Body, &err), or a function of the file that closes one: a part
  // of it goes to a function that closes.
  [[nodiscard]] bool closed_by_helper(NodeId arguments) const;

  // if os.IsNotExist(err) { … }: asks for the error that opening gave.
  [[nodiscard]] bool asks_why_it_failed(NodeId branch) const;

  // switch { case os.IsNotExist(err): return …; case err != nil: return … }
  [[nodiscard]] bool is_case_of_failure(NodeId at) const;

  // if err := check(resp); err != nil { return err }: a function of the file that closes what it does not
  // like.
  [[nodiscard]] bool closed_by_checker(const Failure& failure) const;

  // Where opening itself failed there is nothing to release.
  [[nodiscard]] NodeId past_failure_to_open(NodeId at) const;

  // if f, err = os.Open(path); err != nil { return err }: what follows the branch is where it is open.
  [[nodiscard]] NodeId past_opening(NodeId release) const;

  // mu.Unlock() of the lock that the call took.
  [[nodiscard]] bool unlocks(NodeId id) const;

  // if err != nil { f.Close(); return err }: this way out closes by itself.
  [[nodiscard]] bool closes_before(NodeId leaving) const;

  // data, err := io.ReadAll(resp.Body); if err != nil { return err }: a connection that fails while it is
  // read is dropped by the transport, closed or not.
  [[nodiscard]] bool reading_failed(NodeId leaving) const;

  // By a statement of the block itself: what stands in a branch before it may not have run.
  [[nodiscard]] bool closes_within(NodeId block, NodeId leaving) const;

  // if wait { mu.Lock() } else if !mu.TryLock() { return }: left where the other way was taken.
  [[nodiscard]] bool is_other_way(NodeId leaving) const;

  // Another way out of the function, or a call that may fail, between opening and releasing. Where errors are
  // values a call that fails leaves only by a return that we see.
  [[nodiscard]] bool leaves_between(NodeId release, bool calls_leave) const;

  // try: work() except Exception: f.close(); raise: that way out closes it as well.
  [[nodiscard]] bool released_on_failure(NodeId id) const;

  // What is done with a connection of a pool asks another host, whatever it is called.
  [[nodiscard]] bool works_with_it(const Call& other) const;
};

}  // namespace detectors::opened
