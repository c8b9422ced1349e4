package api

import (
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

// fake answers with one body after the other, and with 502 when the body is empty.
func fake(t *testing.T, bodies ...string) string {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if bodies[0] == "" {
			w.WriteHeader(http.StatusBadGateway)
		}
		io.WriteString(w, bodies[0])
		if len(bodies) > 1 {
			bodies = bodies[1:]
		}
	}))
	t.Cleanup(server.Close)
	return server.URL
}

func call(t *testing.T, north, south, path, body string) (int, string) {
	gateway := &API{Orders: orders.New(fake(t, "{}")), Budget: 10 * time.Second}
	gateway.Partners = map[string]*partner.Client{
		"north": partner.New("north", north, "token", "secret"),
		"south": partner.New("south", south, "token", "other"),
	}
	request := httptest.NewRequest(http.MethodPost, path, strings.NewReader(body))
	request.Header.Set("Authorization", "Bearer secret")
	recorder := httptest.NewRecorder()
	gateway.Handler().ServeHTTP(recorder, request)
	return recorder.Code, strings.TrimSpace(recorder.Body.String())
}

func TestQuotes(t *testing.T) {
	const dear, cheap = `{"partner":"north","cents":590,"days":2}`, `{"partner":"south","cents":480,"days":3}`
	both, one := "["+cheap+","+dear+"]", "["+cheap+"]"
	for want, north := range map[string]string{both: fake(t, "", dear), one: fake(t, "")} {
		status, got := call(t, north, fake(t, cheap), "/quotes", `{"reference": "r1"}`)
		if status != 200 || got != want {
			t.Errorf("got %d %s, not %s", status, got, want)
		}
	}
}

func TestEvents(t *testing.T) {
	const two = `[{"parcel": "p1", "status": "delivered", "at": "2026-03-02T08:00:00Z"}, {"parcel": "p2", "status": "delivered", "at": "today"}]`
	for path, want := range map[string]int{"/partners/north/events": 204, "/partners/south/events": 401} {
		if status, got := call(t, fake(t, ""), fake(t, ""), path, two); status != want {
			t.Errorf("%s: got %d %s", path, status, got)
		}
	}
}
