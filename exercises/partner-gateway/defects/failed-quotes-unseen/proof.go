// A partner fails: the log or the counters must tell which.
// in: internal/api
package api

import (
	"bytes"
	"log"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"
	"time"

	"example.com/courier-gateway/internal/metrics"
	"example.com/courier-gateway/internal/partner"
)

func TestAFailedQuoteIsSeen(t *testing.T) {
	var written bytes.Buffer
	log.SetOutput(&written)
	defer log.SetOutput(os.Stderr)
	broken := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(http.StatusInternalServerError)
	}))
	defer broken.Close()
	gateway := &API{
		Partners: map[string]*partner.Client{"north": partner.New("north", broken.URL, "token", "secret")},
		Budget:   10 * time.Second,
	}
	request := httptest.NewRequest(http.MethodPost, "/quotes", strings.NewReader(`{"reference": "r1"}`))
	gateway.Handler().ServeHTTP(httptest.NewRecorder(), request)
	if !strings.Contains(written.String(), "north") && metrics.Value("quote_failed", "north") == 0 {
		t.Fatal("north has failed, and neither the log nor quote_failed says so")
	}
}
