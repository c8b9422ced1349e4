// One delivery of many events: orders must not see more than thirty of them at the same time.
// in: internal/api
package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

func TestADeliveryDoesNotFloodOrders(t *testing.T) {
	const most, events = 30, 100
	var now, peak atomic.Int64
	busy := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		at := now.Add(1)
		defer now.Add(-1)
		for seen := peak.Load(); at > seen && !peak.CompareAndSwap(seen, at); seen = peak.Load() {
		}
		for wait := 0; wait < 10 && peak.Load() <= most; wait++ {
			time.Sleep(10 * time.Millisecond)
		}
		w.WriteHeader(http.StatusNoContent)
	}))
	defer busy.Close()
	gateway := &API{
		Orders:   orders.New(busy.URL),
		Partners: map[string]*partner.Client{"north": partner.New("north", busy.URL, "token", "secret")},
	}
	one := `{"parcel": "p1", "status": "delivered", "at": "2026-03-02T08:00:00Z"}`
	body := "[" + strings.Repeat(one+",", events-1) + one + "]"
	request := httptest.NewRequest(http.MethodPost, "/partners/north/events", strings.NewReader(body))
	request.Header.Set("Authorization", "Bearer secret")
	recorder := httptest.NewRecorder()
	gateway.Handler().ServeHTTP(recorder, request)
	if peak.Load() > most {
		t.Fatalf("more than %d events of one delivery were at orders at the same time", most)
	}
	if recorder.Code >= 300 {
		t.Fatalf("a delivery of %d events was answered with %d", events, recorder.Code)
	}
}
