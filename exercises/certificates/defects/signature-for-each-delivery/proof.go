// The archive fails after the notary has signed, and the job comes again: the notary must recognise the certificate.
package proof

import (
	"context"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
	"example.com/certificates/internal/worker"
)

func TestACertificateIsSignedOnce(t *testing.T) {
	var mutex sync.Mutex
	requests, puts := 0, 0
	signatures := map[string]bool{}
	services := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		if r.Method == http.MethodPost {
			requests++
			signatures[r.Header.Get("Request-Id")] = true
			w.Write([]byte("signed"))
			return
		}
		if puts++; puts <= 2 {
			w.WriteHeader(http.StatusServiceUnavailable)
		}
	}))
	defer services.Close()
	jobs := platformtest.NewJobs(t, `{"result": "R-1", "name": "Ada Winter"}`)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &worker.Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 10000},
		Notary:  notary.New(services.URL, "token"),
		Archive: archive.New(services.URL),
		AtOnce:  2,
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan struct{})
	go func() {
		defer close(ended)
		pool.Run(ctx)
	}()
	jobs.Await(t, "the certificate is archived at the third attempt", func() bool {
		mutex.Lock()
		defer mutex.Unlock()
		return puts >= 3
	})
	stop()
	select {
	case <-ended:
	case <-time.After(15 * time.Second):
		t.Fatal("the pool does not stop")
	}
	if len(signatures) != 1 || signatures[""] {
		t.Fatalf("one certificate, %d requests, %d signatures", requests, len(signatures))
	}
}
