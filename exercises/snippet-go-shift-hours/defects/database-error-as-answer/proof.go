// The database says what is wrong with it.
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

func TestNothingOfTheInsideIsTold(t *testing.T) {
	b := &book{err: errors.New("dial tcp db-3.site.internal:5432: relation shifts_2026")}
	answer := get(b, context.Background(), "site=s1&from=2026-10-01&to=2026-10-08")
	if answer.Code < 500 || strings.Contains(answer.Body.String(), "db-3") || strings.Contains(answer.Body.String(), "shifts_2026") {
		t.Fatalf("%d %s", answer.Code, answer.Body)
	}
}
