package seats

import (
	"context"
	"net"
	"net/http"
	"net/http/httptest"
	"testing"
)

type box map[string]bool

func (b box) Sold(_ context.Context, seat string) (bool, error) { return b[seat], nil }

func post(s *Seats, query string) int {
	recorder := httptest.NewRecorder()
	s.ServeHTTP(recorder, httptest.NewRequest("POST", "/hold?"+query, nil))
	return recorder.Code
}

func TestASeatIsHeld(t *testing.T) {
	s := New(box{"A1": true})
	for _, step := range []struct {
		query string
		code  int
	}{
		{"seat=K12&visitor=ada", 204}, {"seat=K12&visitor=bob", 409}, {"seat=K12&visitor=ada", 204},
		{"seat=A1&visitor=bob", 409}, {"seat=nonsense&visitor=bob", 400}, {"seat=K13", 400},
	} {
		if got := post(s, step.query); got != step.code {
			t.Errorf("%s answers %d", step.query, got)
		}
	}
}

func TestTheServerStops(t *testing.T) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	stop, now := context.WithCancel(context.Background())
	now()
	if err := Serve(stop, listener, http.NotFoundHandler()); err != nil {
		t.Error(err)
	}
}
