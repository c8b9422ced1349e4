// The notary is away: the attempts of a job must be spread over more than a moment.
package proof

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
	"example.com/certificates/internal/worker"
)

func TestAttemptsAreSpreadOut(t *testing.T) {
	const attempts, least = 5, 30 * time.Second
	away := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusServiceUnavailable)
	}))
	defer away.Close()
	jobs := platformtest.NewJobs(t, `{"result": "R-1", "name": "Ada Winter"}`)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &worker.Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 10000},
		Notary:  notary.New(away.URL, "token"),
		Archive: archive.New(away.URL),
		AtOnce:  2,
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		pool.Run(ctx)
	}()
	var total time.Duration
	jobs.Await(t, "the job has failed a few times", func() bool {
		if len(jobs.Delays) < attempts && len(jobs.Buried) == 0 {
			return false
		}
		for at := 0; at < len(jobs.Delays) && at < attempts; at++ {
			total += jobs.Delays[at]
		}
		return true
	})
	stop()
	select {
	case <-ended:
	case <-time.After(15 * time.Second):
		t.Fatal("the pool does not stop")
	}
	if total < least {
		t.Fatalf("the first %d attempts are over after %s", attempts, total)
	}
}
