// The partner books and then its front answers 502: whatever we do next, one parcel must be one booking.
// in: internal/partner
package partner

import (
	"context"
	"fmt"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
)

func TestAParcelIsBookedOnce(t *testing.T) {
	var mutex sync.Mutex
	requests, booked := 0, map[string]bool{}
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		mutex.Lock()
		defer mutex.Unlock()
		requests++
		key := r.Header.Get("Idempotency-Key")
		if key == "" {
			key = fmt.Sprintf("no key, request %d", requests)
		}
		if !booked[key] {
			booked[key] = true
			w.WriteHeader(http.StatusBadGateway)
			return
		}
		w.Write([]byte(`{"id": "p1", "label": "JVGL-1"}`))
	}))
	defer server.Close()
	client := New("north", server.URL, "token", "secret")
	for want, reference := range []string{"r1", "r2"} {
		_, err := client.Book(context.Background(), Parcel{Reference: reference})
		if len(booked) != want+1 {
			t.Fatalf("%d parcels, %d bookings at the partner (%v)", want+1, len(booked), err)
		}
	}
}
