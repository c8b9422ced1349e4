// The editor drops the call: the fetching has to end with it.
// in: .
package pictures

import (
	"context"
	"net/http"
	"testing"
	"time"
)

type waiting struct{ begun chan struct{} }

func (w waiting) RoundTrip(r *http.Request) (*http.Response, error) {
	w.begun <- struct{}{}
	select {
	case <-r.Context().Done():
		return nil, r.Context().Err()
	case <-time.After(20 * time.Second):
		return nil, http.ErrHandlerTimeout
	}
}

func TestTheFetchingEndsWithTheCall(t *testing.T) {
	fetcher := waiting{make(chan struct{}, 1)}
	ctx, drop := context.WithCancel(context.Background())
	done := make(chan struct{})
	go func() {
		Checker{&http.Client{Transport: fetcher}}.Check(ctx, []string{"http://seller.example/a"})
		close(done)
	}()
	<-fetcher.begun
	drop()
	select {
	case <-done:
	case <-time.After(4 * time.Second):
		t.Fatal("the picture is still fetched four seconds after the call was dropped")
	}
}
