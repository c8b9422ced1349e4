// All workers are busy and the queue is full: a replica must not take more jobs than it can work on.
package proof

import (
	"context"
	"fmt"
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

func TestAReplicaTakesWhatItCanWorkOn(t *testing.T) {
	const atOnce, most = 4, 40
	release := make(chan struct{})
	busy := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer busy.Close()
	var bodies []string
	for number := 1; number <= 300; number++ {
		bodies = append(bodies, fmt.Sprintf(`{"result": "R-%d"}`, number))
	}
	jobs := platformtest.NewJobs(t, bodies...)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &worker.Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 10000},
		Notary:  notary.New(busy.URL, "token"),
		Archive: archive.New(busy.URL),
		AtOnce:  atOnce,
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		pool.Run(ctx)
	}()
	jobs.Await(t, "all workers are busy", func() bool { return jobs.Delivered >= atOnce })
	time.Sleep(time.Second)
	taken := 0
	jobs.Await(t, "jobs were counted", func() bool {
		taken = jobs.Delivered
		return true
	})
	stop()
	close(release)
	select {
	case <-ended:
	case <-time.After(15 * time.Second):
	}
	if taken > most {
		t.Fatalf("%d jobs were taken by a replica that works on %d at once", taken, atOnce)
	}
}
