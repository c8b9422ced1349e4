// The process is told to stop while a certificate is being signed: it must not end before the job is done.
// in: cmd/certificates
package main

import (
	"context"
	"net"
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

func TestAJobInHandIsFinished(t *testing.T) {
	signing := make(chan struct{}, 8)
	services := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodPost {
			signing <- struct{}{}
			time.Sleep(700 * time.Millisecond)
		}
		w.Write([]byte("signed"))
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
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	defer stop()
	served := make(chan error, 1)
	go func() { served <- serve(ctx, listener, http.NotFoundHandler(), pool) }()
	select {
	case <-signing:
	case <-time.After(10 * time.Second):
		t.Fatal("the job was never begun")
	}
	stop()
	select {
	case <-served:
	case <-time.After(15 * time.Second):
		t.Fatal("it does not stop")
	}
	done := 0
	jobs.Await(t, "jobs were counted", func() bool {
		done = jobs.Deleted
		return true
	})
	if done != 1 {
		t.Fatal("the process has ended, and the job that it was working on is not done")
	}
}
