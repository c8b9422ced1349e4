// The notary fails each time it sees a certificate: after a number of attempts the job must leave the queue.
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

func TestAJobThatCannotSucceedIsGivenUp(t *testing.T) {
	const most = 60
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
	}))
	defer broken.Close()
	jobs := platformtest.NewJobs(t, `{"result": "R-1", "name": "Ada Winter"}`)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &worker.Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 10000},
		Notary:  notary.New(broken.URL, "token"),
		Archive: archive.New(broken.URL),
		AtOnce:  2,
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		pool.Run(ctx)
	}()
	buried, delivered := 0, 0
	jobs.Await(t, "the job is buried, or has been handed out very often", func() bool {
		buried, delivered = len(jobs.Buried), jobs.Delivered
		return buried > 0 || delivered > most
	})
	stop()
	select {
	case <-ended:
	case <-time.After(15 * time.Second):
		t.Fatal("the pool does not stop")
	}
	if buried == 0 {
		t.Fatalf("the job was handed out %d times and is still in the queue", delivered)
	}
}
