package partner

import (
	"context"
	"net/http"
	"net/http/httptest"
	"testing"
)

func TestBook(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.URL.Path != "/bookings" || r.Header.Get("Authorization") != "Bearer token" {
			w.WriteHeader(http.StatusBadRequest)
			return
		}
		w.Write([]byte(`{"id": "p1", "label": "JVGL-1"}`))
	}))
	defer server.Close()
	booking, err := New("north", server.URL, "token", "secret").Book(context.Background(), Parcel{Reference: "r1"})
	if err != nil || booking.Label != "JVGL-1" {
		t.Fatalf("got %v, %v", booking, err)
	}
}

func TestTrack(t *testing.T) {
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Write([]byte(`{"status": "in transit", "at": "2026-03-02T08:00:00Z"}`))
	}))
	defer server.Close()
	tracking, err := New("north", server.URL, "token", "secret").Track(context.Background(), "p1")
	if err != nil || tracking.Status != "in transit" {
		t.Fatalf("got %v, %v", tracking, err)
	}
}
