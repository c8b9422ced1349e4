// Package worker issues the certificates that wait in the queue.
package worker

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"math/rand"
	"sync"
	"time"

	"example.com/certificates/internal/archive"
	"example.com/certificates/internal/limit"
	"example.com/certificates/internal/metrics"
	"example.com/certificates/internal/notary"
	"example.com/certificates/internal/platform"
	"example.com/certificates/internal/rest"
)

const (
	lease       = 5 * time.Minute
	workTime    = 100 * time.Second // up to a minute of it for the limit
	settleTime  = 5 * time.Second
	maxAttempts = 10
	firstDelay  = 10 * time.Second
)

var errTooOften = errors.New("it was handed out too often")

// Pool works on jobs, a few at once.
type Pool struct {
	Queue   *platform.Queue
	Limiter *limit.Limiter
	Notary  *notary.Client
	Archive *archive.Client
	AtOnce  int
}

// Run works until ctx ends.
func (p *Pool) Run(ctx context.Context) {
	var running sync.WaitGroup
	defer running.Wait()
	slots := make(chan struct{}, p.AtOnce)
	for ctx.Err() == nil {
		slots <- struct{}{}
		job := p.next(ctx)
		if job == nil {
			<-slots
			continue
		}
		running.Add(1)
		go func() {
			defer running.Done()
			defer func() { <-slots }()
			p.work(job)
		}()
	}
}

// next takes a job, nil if there is none or if the queue cannot be asked.
func (p *Pool) next(ctx context.Context) *platform.Job {
	job, err := p.Queue.Receive(ctx, lease)
	if err != nil && ctx.Err() == nil {
		log.Printf("no job was received: %v", err)
		metrics.Count("receive_failed", rest.Service(err))
		time.Sleep(time.Second)
	}
	return job
}

func (p *Pool) work(job *platform.Job) {
	ctx, cancel := context.WithTimeout(context.Background(), workTime)
	defer cancel()
	p.settle(job, p.issue(ctx, job))
}

func (p *Pool) issue(ctx context.Context, job *platform.Job) error {
	if job.Attempts > maxAttempts { // without having been settled
		return errTooOften
	}
	var certificate notary.Certificate
	if err := json.Unmarshal(job.Body, &certificate); err != nil {
		return fmt.Errorf("%w: %v", notary.ErrRefused, err)
	}
	if err := p.Limiter.Wait(ctx); err != nil {
		return fmt.Errorf("%s: %w", certificate.Result, err)
	}
	pdf, err := p.Notary.Sign(ctx, certificate.Result, certificate)
	if err != nil {
		return fmt.Errorf("%s: %w", certificate.Result, err)
	}
	return p.Archive.Put(ctx, certificate.Result, pdf)
}

// settle tells the queue what has become of a job. If it cannot be told, the job comes again.
func (p *Pool) settle(job *platform.Job, err error) {
	ctx, cancel := context.WithTimeout(context.Background(), settleTime)
	defer cancel()
	var unsettled error
	switch {
	case err == nil:
		metrics.Count("jobs", "issued")
		unsettled = p.Queue.Delete(ctx, job)
	case errors.Is(err, notary.ErrRefused), job.Attempts >= maxAttempts:
		log.Printf("%s is buried: %v", job.ID, err)
		metrics.Count("jobs", "buried")
		unsettled = p.Queue.Bury(ctx, job, err.Error())
	default:
		log.Printf("%s failed, attempt %d: %v", job.ID, job.Attempts, err)
		metrics.Count("job_failed", rest.Service(err))
		delay := firstDelay << (job.Attempts - 1)
		delay += time.Duration(rand.Int63n(int64(delay)))
		unsettled = p.Queue.Release(ctx, job, delay)
	}
	if unsettled != nil {
		log.Printf("%s was not settled: %v", job.ID, unsettled)
		metrics.Count("unsettled", rest.Service(unsettled))
	}
}
