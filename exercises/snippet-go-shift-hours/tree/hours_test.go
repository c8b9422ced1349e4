package hours

import (
	"context"
	"net/http/httptest"
	"testing"
	"time"
)

type one struct{}

func (one) Between(_ context.Context, _ string, from, _ time.Time, after int64, _ int) ([]Shift, error) {
	return []Shift{{ID: after + 1, Worker: "w7", Begin: from, Minutes: 480}}, nil
}

func TestShiftsAreListed(t *testing.T) {
	for query, want := range map[string]struct {
		code int
		body string
	}{
		"site=s1&from=2026-10-01&to=2026-10-08&after=4": {200, `[{"id":5,"worker":"w7","begin":"2026-10-01T00:00:00Z","minutes":480}]` + "\n"},
		"site=s1&from=2026-10-01&to=soon":               {400, errParameter.Error() + "\n"},
		"site=s1&from=2026-10-08&to=2026-10-01":         {400, errParameter.Error() + "\n"},
		"site=s1&from=2026-10-01&to=2026-10-08&after=x": {400, errParameter.Error() + "\n"},
	} {
		recorder := httptest.NewRecorder()
		Handler{one{}}.ServeHTTP(recorder, httptest.NewRequest("GET", "/shifts?"+query, nil))
		if recorder.Code != want.code || recorder.Body.String() != want.body {
			t.Errorf("%s: %d %q", query, recorder.Code, recorder.Body)
		}
	}
}
