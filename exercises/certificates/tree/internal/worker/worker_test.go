package worker

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/platform/platformtest"
)

// run works on one job until it is settled for good. The notary answers with one status after the other.
func run(t *testing.T, statuses ...int) (*platformtest.Jobs, []string) {
	var mutex sync.Mutex
	var kept []string
	services := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		if r.Method == http.MethodPut {
			pdf, _ := io.ReadAll(r.Body)
			kept = append(kept, r.URL.Path+" "+string(pdf))
			return
		}
		w.WriteHeader(statuses[0])
		io.WriteString(w, "signed")
		statuses = statuses[1:]
	}))
	defer services.Close()
	jobs := platformtest.NewJobs(t, `{"result": "R-1", "name": "Ada Winter"}`)
	counters := platform.NewCounters(platformtest.NewCounters(t))
	pool := &Pool{
		Queue:   platform.NewQueue(jobs.URL, "certificates"),
		Limiter: &limit.Limiter{Counters: counters, Name: "notary", PerMinute: 100},
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
	jobs.Await(t, "the notary has been asked often enough and the job is settled", func() bool {
		mutex.Lock()
		defer mutex.Unlock()
		return len(statuses) == 0 && jobs.Deleted+len(jobs.Buried) > 0
	})
	stop()
	<-ended
	return jobs, kept
}

func TestIssued(t *testing.T) {
	for _, statuses := range [][]int{{200}, {503, 200}} {
		jobs, kept := run(t, statuses...)
		if len(kept) != 1 || kept[0] != "/files/R-1.pdf signed" || len(jobs.Buried) != 0 {
			t.Errorf("kept %q, buried %q", kept, jobs.Buried)
		}
	}
}

func TestRefused(t *testing.T) {
	if jobs, kept := run(t, 422); len(kept) != 0 || len(jobs.Buried) != 1 {
		t.Errorf("kept %q, buried %q", kept, jobs.Buried)
	}
}
