// A listing has five hundred pictures on one little server: they must not come all at once.
// in: .
package pictures

import (
	"context"
	"io"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"
	"time"
)

type counting struct{ now, most *atomic.Int64 }

func (c counting) RoundTrip(*http.Request) (*http.Response, error) {
	now := c.now.Add(1)
	defer c.now.Add(-1)
	for most := c.most.Load(); now > most && !c.most.CompareAndSwap(most, now); most = c.most.Load() {
	}
	time.Sleep(5 * time.Millisecond)
	return &http.Response{StatusCode: 200, Header: http.Header{}, Body: io.NopCloser(strings.NewReader("x"))}, nil
}

func TestFewPicturesAtATime(t *testing.T) {
	fetcher := counting{new(atomic.Int64), new(atomic.Int64)}
	urls := make([]string, 500)
	for i := range urls {
		urls[i] = "http://seller.example/a"
	}
	Checker{&http.Client{Transport: fetcher}}.Check(context.Background(), urls)
	if most := fetcher.most.Load(); most > 128 {
		t.Fatalf("%d pictures were fetched at the same moment", most)
	}
}
