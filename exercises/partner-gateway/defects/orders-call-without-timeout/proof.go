// orders accepts a request and never answers: a delivery must be answered nevertheless.
// in: internal/api
package api

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"example.com/courier-gateway/internal/orders"
	"example.com/courier-gateway/internal/partner"
)

func TestADeliveryEndsWhenOrdersHangs(t *testing.T) {
	release := make(chan struct{})
	hanging := httptest.NewServer(http.HandlerFunc(func(http.ResponseWriter, *http.Request) { <-release }))
	defer hanging.Close()
	defer close(release)
	gateway := &API{
		Orders:   orders.New(hanging.URL),
		Partners: map[string]*partner.Client{"north": partner.New("north", hanging.URL, "token", "secret")},
	}
	request := httptest.NewRequest(http.MethodPost, "/partners/north/events",
		strings.NewReader(`[{"parcel": "p1", "status": "delivered", "at": "2026-03-02T08:00:00Z"}]`))
	request.Header.Set("Authorization", "Bearer secret")
	status := make(chan int, 1)
	go func() {
		recorder := httptest.NewRecorder()
		gateway.Handler().ServeHTTP(recorder, request)
		status <- recorder.Code
	}()
	select {
	case got := <-status:
		if got < 500 {
			t.Fatalf("orders never answered, and the partner got %d", got)
		}
	case <-time.After(10 * time.Second):
		t.Fatal("the delivery is still waiting for orders after ten seconds")
	}
}
