// Command certificates serves the API and issues certificates.
package main

import (
	"context"
	"log"
	"math/rand"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"example.com/certificates/internal/api"
	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/worker"
)

const drainTime = 25 * time.Second

func main() {
	rand.Seed(time.Now().UnixNano())
	listener, err := net.Listen("tcp", ":8080")
	if err != nil {
		log.Fatal(err)
	}
	files := archive.New(setting("ARCHIVE_URL"))
	queue := platform.NewQueue(setting("JOBS_URL"), "certificates")
	pool := newPool(queue, files)
	service := &api.API{Queue: queue, Archive: files}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := serve(ctx, listener, service.Handler(), pool); err != nil {
		log.Fatal(err)
	}
}

func newPool(queue *platform.Queue, files *archive.Client) *worker.Pool {
	return &worker.Pool{
		Queue: queue,
		Limiter: &limit.Limiter{
			Counters:  platform.NewCounters(setting("COUNTERS_URL")),
			Name:      "notary",
			PerMinute: 1100, // a little less than we may: a call can reach the notary in the next minute
		},
		Notary:  notary.New(setting("NOTARY_URL"), setting("NOTARY_TOKEN")),
		Archive: files,
		AtOnce:  16,
	}
}

func serve(ctx context.Context, listener net.Listener, handler http.Handler, pool *worker.Pool) error {
	server := &http.Server{Handler: handler, ReadTimeout: 10 * time.Second, WriteTimeout: 30 * time.Second}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	idle := make(chan struct{})
	go func() {
		defer close(idle)
		pool.Run(ctx)
	}()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	draining, cancel := context.WithTimeout(context.Background(), drainTime)
	defer cancel()
	err := server.Shutdown(draining)
	<-idle
	return err
}

func setting(name string) string {
	value := os.Getenv(name)
	if value == "" {
		log.Fatalf("%s is not set", name)
	}
	return value
}
