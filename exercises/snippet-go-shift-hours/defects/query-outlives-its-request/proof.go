// The manager's phone has gone: so has the query's reason.
// in: .
package hours

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"
)

// book answers from memory.
type book struct {
	asked int
	seen  context.Context
	most  int
	err   error
}

func (b *book) Between(ctx context.Context, _ string, _, _ time.Time, after int64, limit int) ([]Shift, error) {
	b.asked++
	b.seen = ctx
	if limit > b.most {
		b.most = limit
	}
	return []Shift{{ID: after + 1, Worker: "w1", Minutes: 480}}, b.err
}

func get(b *book, ctx context.Context, query string) *httptest.ResponseRecorder {
	recorder := httptest.NewRecorder()
	request := httptest.NewRequest(http.MethodGet, "/shifts?"+query, nil).WithContext(ctx)
	Handler{b}.ServeHTTP(recorder, request)
	return recorder
}

var (
	_ = errors.New
	_ = strings.Contains
)

func TestTheQueryEndsWithItsRequest(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	b := &book{}
	cancel()
	get(b, ctx, "site=s1&from=2026-10-01&to=2026-10-08")
	if b.asked > 0 && b.seen.Err() == nil {
		t.Fatal("the request is cancelled, and its query runs on")
	}
}
