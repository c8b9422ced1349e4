// Partners that are too late for the budget: what asked them must go away afterwards.
// in: internal/api
package api

import (
	"net/http"
	"net/http/httptest"
	"runtime"
	"strings"
	"testing"
	"time"

	"example.com/courier-gateway/internal/partner"
)

func TestNothingIsLeftOfLateQuotes(t *testing.T) {
	release := make(chan struct{})
	late := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	gateway := &API{Partners: map[string]*partner.Client{}, Budget: 50 * time.Millisecond}
	for _, name := range []string{"north", "south", "west"} {
		gateway.Partners[name] = partner.New(name, late.URL, "token", "secret")
	}
	handler := gateway.Handler()
	before := runtime.NumGoroutine()
	const rounds = 20
	for round := 0; round < rounds; round++ {
		request := httptest.NewRequest(http.MethodPost, "/quotes", strings.NewReader(`{"reference": "r1"}`))
		handler.ServeHTTP(httptest.NewRecorder(), request)
	}
	close(release)
	late.Close()
	left := 0
	for try := 0; try < 60; try++ {
		if left = runtime.NumGoroutine() - before; left < rounds/2 {
			return
		}
		time.Sleep(100 * time.Millisecond)
	}
	t.Fatalf("%d goroutines are left of %d requests", left, rounds)
}
