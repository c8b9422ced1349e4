// Many jobs fail in the same way: that may not make a series of each of them.
package proof

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/metrics"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
	"example.com/certificates/internal/worker"
)

func TestFailuresOfOneKindAreFewSeries(t *testing.T) {
	const results, most = 40, 12
	var mutex sync.Mutex
	failed := map[string]int{}
	services := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			w.Write([]byte("signed"))
			return
		}
		mutex.Lock()
		failed[r.URL.Path]++
		mutex.Unlock()
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer services.Close()
	var bodies []string
	for number := 1; number <= results; number++ {
		bodies = append(bodies, fmt.Sprintf(`{"result": "R-%d"}`, number))
	}
	jobs := platformtest.NewJobs(t, bodies...)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &worker.Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 10000},
		Notary:  notary.New(services.URL, "token"),
		Archive: archive.New(services.URL),
		AtOnce:  4,
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		pool.Run(ctx)
	}()
	jobs.Await(t, "each job has failed", func() bool {
		mutex.Lock()
		defer mutex.Unlock()
		return len(failed) == results
	})
	stop()
	select {
	case <-ended:
	case <-time.After(15 * time.Second):
		t.Fatal("the pool does not stop")
	}
	recorder := httptest.NewRecorder()
	metrics.Handler().ServeHTTP(recorder, httptest.NewRequest(http.MethodGet, "/metrics", nil))
	series := strings.Count(recorder.Body.String(), "\n")
	if series > most {
		t.Fatalf("%d jobs that failed in the same way are %d series", results, series)
	}
}
