// Package platformtest stands in for jobs and counters in tests. It knows no time: leases and counters last for ever, and
// what is to be handed out later is handed out at once.
package platformtest

import (
	"encoding/json"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/certificates/internal/platform"
)

// Jobs is a queue. Its fields may be read after Await, or once nobody works on it any more.
type Jobs struct {
	URL       string
	Delivered int             // leases so far
	Deleted   int             // jobs that are done
	Buried    []string        // the reasons
	Delays    []time.Duration // of the jobs that were released or added, in order

	mutex   sync.Mutex
	made    int
	waiting []platform.Job
	leased  map[string]platform.Job
}

// NewJobs makes a queue with a job for each body, which is JSON.
func NewJobs(t *testing.T, bodies ...string) *Jobs {
	jobs := &Jobs{leased: map[string]platform.Job{}}
	for _, body := range bodies {
		jobs.put(json.RawMessage(body))
	}
	server := httptest.NewServer(jobs)
	t.Cleanup(server.Close)
	jobs.URL = server.URL
	return jobs
}

// Await waits until something holds, and fails the test if it never does.
func (j *Jobs) Await(t *testing.T, what string, holds func() bool) {
	t.Helper()
	for try := 0; try < 1000; try++ {
		j.mutex.Lock()
		done := holds()
		j.mutex.Unlock()
		if done {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("this never came to pass: %s", what)
}

// Waiting is the number of jobs that nobody has leased. To be called by what Await is given.
func (j *Jobs) Waiting() int {
	return len(j.waiting)
}

func (j *Jobs) put(body json.RawMessage) {
	j.made++
	j.waiting = append(j.waiting, platform.Job{ID: fmt.Sprint("job-", j.made), Body: body})
}

func (j *Jobs) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	var in struct {
		Body   json.RawMessage `json:"body"`
		Delay  float64         `json:"delay_seconds"`
		Reason string          `json:"reason"`
	}
	json.NewDecoder(r.Body).Decode(&in)
	j.mutex.Lock()
	defer j.mutex.Unlock()
	delay := time.Duration(in.Delay * float64(time.Second))
	parts := strings.Split(r.URL.Path, "/")
	switch last := parts[len(parts)-1]; {
	case last == "jobs":
		j.Delays = append(j.Delays, delay)
		j.put(in.Body)
	case last == "leases":
		j.lease(w)
	case last == "release":
		j.Delays = append(j.Delays, delay)
		j.waiting = append(j.waiting, j.leased[parts[2]])
	case last == "bury":
		j.Buried = append(j.Buried, in.Reason)
	default:
		j.Deleted++
	}
}

func (j *Jobs) lease(w http.ResponseWriter) {
	if len(j.waiting) == 0 {
		j.mutex.Unlock()
		time.Sleep(10 * time.Millisecond)
		j.mutex.Lock()
		w.WriteHeader(http.StatusNoContent)
		return
	}
	job := j.waiting[0]
	j.waiting = j.waiting[1:]
	job.Attempts++
	j.Delivered++
	job.Receipt = fmt.Sprint("receipt-", j.Delivered)
	j.leased[job.Receipt] = job
	json.NewEncoder(w).Encode(job)
}

// NewCounters makes counters and returns their address.
func NewCounters(t *testing.T) string {
	var mutex sync.Mutex
	values := map[string]int{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		var in struct {
			Value int `json:"value"`
		}
		json.NewDecoder(r.Body).Decode(&in)
		key := strings.TrimSuffix(r.URL.Path, "/add")
		switch r.Method {
		case http.MethodPut:
			values[key] = in.Value
		case http.MethodPost:
			values[key] += in.Value
		}
		fmt.Fprintf(w, `{"value": %d}`, values[key])
	}))
	t.Cleanup(server.Close)
	return server.URL
}
