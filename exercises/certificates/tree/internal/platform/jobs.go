// Package platform is the client of what the platform's team runs for everybody.
package platform

import (
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"time"

	"example.com/certificates/internal/rest"
)

// Job is a job as it was handed out.
type Job struct {
	ID       string          `json:"id"`
	Receipt  string          `json:"receipt"`  // stands for the lease; each delivery has a new one
	Attempts int             `json:"attempts"` // how often it was handed out, this time included
	Body     json.RawMessage `json:"body"`
}

// Queue is one queue of jobs.
type Queue struct {
	rest *rest.Client
	name string
}

// NewQueue makes the client of a queue.
func NewQueue(base, name string) *Queue {
	return &Queue{rest.New("jobs", base, 20*time.Second), name}
}

// Add makes a job that is handed out after the delay. Once Add has returned nil the job is safe.
func (q *Queue) Add(ctx context.Context, body any, delay time.Duration) error {
	in := map[string]any{"body": body, "delay_seconds": delay.Seconds()}
	return q.rest.Call(ctx, http.MethodPost, "/queues/"+q.name+"/jobs", in, nil)
}

// Receive waits up to ten seconds for a job and leases it; nil if there was none. Nothing is leased to a caller that
// hangs up.
func (q *Queue) Receive(ctx context.Context, lease time.Duration) (*Job, error) {
	job := &Job{}
	in := map[string]any{"lease_seconds": lease.Seconds(), "wait_seconds": 10}
	err := q.rest.Call(ctx, http.MethodPost, "/queues/"+q.name+"/leases", in, job)
	if err != nil || job.ID == "" {
		return nil, err
	}
	return job, nil
}

// Delete ends a job that is done.
func (q *Queue) Delete(ctx context.Context, job *Job) error {
	return q.rest.Call(ctx, http.MethodDelete, lease(job), nil, nil)
}

// Release ends the lease of a job, which is handed out again after the delay.
func (q *Queue) Release(ctx context.Context, job *Job, delay time.Duration) error {
	in := map[string]any{"delay_seconds": delay.Seconds()}
	return q.rest.Call(ctx, http.MethodPost, lease(job)+"/release", in, nil)
}

// Bury takes a job out of the queue and keeps it for somebody to look at.
func (q *Queue) Bury(ctx context.Context, job *Job, reason string) error {
	return q.rest.Call(ctx, http.MethodPost, lease(job)+"/bury", map[string]any{"reason": reason}, nil)
}

func lease(job *Job) string {
	return "/leases/" + url.PathEscape(job.Receipt)
}
