package platform

import (
	"context"
	"net/http"
	"net/url"
	"time"

	"example.com/certificates/internal/rest"
)

// Counters are numbers that every replica of every service sees. One that nobody has touched is 0, and so is one that
// has not been touched for the time that it was given to live.
type Counters struct {
	rest *rest.Client
}

// NewCounters makes the client.
func NewCounters(base string) *Counters {
	return &Counters{rest.New("counters", base, 2*time.Second)}
}

type counter struct {
	Value int     `json:"value"`
	TTL   float64 `json:"ttl_seconds,omitempty"`
}

// Get returns a counter.
func (c *Counters) Get(ctx context.Context, key string) (int, error) {
	var now counter
	err := c.rest.Call(ctx, http.MethodGet, path(key), nil, &now)
	return now.Value, err
}

// Set gives a counter a value.
func (c *Counters) Set(ctx context.Context, key string, value int, ttl time.Duration) error {
	return c.rest.Call(ctx, http.MethodPut, path(key), counter{value, ttl.Seconds()}, nil)
}

// Add adds to a counter, in one step, and returns the sum.
func (c *Counters) Add(ctx context.Context, key string, value int, ttl time.Duration) (int, error) {
	var now counter
	err := c.rest.Call(ctx, http.MethodPost, path(key)+"/add", counter{value, ttl.Seconds()}, &now)
	return now.Value, err
}

func path(key string) string {
	return "/counters/" + url.PathEscape(key)
}
