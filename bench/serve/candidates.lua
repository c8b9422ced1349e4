-- Candidates for wrk: each connection saves a draft about every two seconds, as somebody does who types and pauses;
-- one request in fifteen is the pull request's page. The tokens come from the file "candidates" of the folder given.
local people, next_one, drafts = {}, 0, 0

function init(arguments)
  for line in io.lines(arguments[1] .. "/candidates") do
    local id, token, form = line:match("(%S+) (%S+) (%S+)")
    people[#people + 1] = { id = id, token = token, form = form }
  end
end

function delay() return math.random(1000, 3000) end

function request()
  next_one = next_one % #people + 1
  local who = people[next_one]
  local headers = { Cookie = "seedfault=" .. who.token }
  drafts = drafts + 1
  if drafts % 15 == 0 then return wrk.format("GET", "/r/" .. who.id .. "/change", headers) end
  headers["Content-Type"] = "application/x-www-form-urlencoded"
  local body = "token=" .. who.form .. "&at=0.a." .. drafts % 7 + 1 .. "&body=There+is+no+timeout+on+this+call," ..
    "+so+that+one+slow+partner+holds+every+worker+(" .. drafts .. ")"
  return wrk.format("POST", "/r/" .. who.id .. "/drafts", headers, body)
end

function done(summary, latency)
  io.write(string.format("wrk: %d requests, median %.1f ms, p99 %.1f ms, longest %.1f ms; not 2xx or 3xx: %d, socket errors: %d\n",
    summary.requests, latency:percentile(50) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    summary.errors.status, summary.errors.connect + summary.errors.read + summary.errors.write + summary.errors.timeout))
end
